import { Component } from 'react';
import type { ReactNode } from 'react';

/** How soon (ms) a screen that could not be drawn is loaded again: nobody stands there who could press a button. */
const againAfter = 1000;

/** A fault while drawing must not leave a blank screen before the customer: the page loads itself again. */
export class DrawAnew extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    window.setTimeout(() => window.location.reload(), againAfter);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
