import { Component } from 'react';
import type { ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { Button } from './button.tsx';
import { shortCodes } from '../i18n/short-codes.ts';
import styles from './last-resort.module.css';

/** A fault while drawing must not leave a blank counter: the till goes on, and the window can be drawn anew. */
export class LastResort extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <main className={styles.screen} data-testid="message" data-code="internal">
            <h1>{t('codes.internal.money')}</h1>
            <p>{t('codes.internal.todo')}</p>
            <p>{shortCodes.internal}</p>
            <Button look="next" autoFocus onPress={() => window.location.reload()} testId="draw-anew">
              {t('common.understood')}
            </Button>
          </main>
        )}
      </Translation>
    );
  }
}
