import type { CustomerEvent, CustomerView } from '../../preload/api.ts';
import { announceViews } from './announce-views.ts';
import type { When } from './announce-views.ts';
import type { World } from './context.ts';
import { faultText } from './context.ts';
import type { RawPort } from './ports.ts';

/** The customer's window as the till sees it: it is told, it is never heard. */
export type CustomerScreen = {
  /** A window is there (again) at this end of a channel; without one nothing is shown from now on. */
  open(port: RawPort | undefined): void;
  /** Something changed. Costs nothing while there is no window. */
  changed(when: When): void;
  stop(): void;
};

/**
 * Keeps the customer's window up to date, also when a view changes by itself: thanks end after 10 s, a QR dies. `read` gives
 * undefined while there is no till. A fault here must never reach the sale it was only to show.
 */
export function createCustomerScreen(
  { now, steady, timers }: Pick<World, 'now' | 'steady' | 'timers'>,
  read: () => CustomerView | undefined,
  log: (event: string, facts: { error: string }) => void,
): CustomerScreen {
  let port: RawPort | undefined;
  let callOff = (): void => {};
  const show = (view: CustomerView | undefined): void => {
    callOff();
    if (!view) return;
    port?.postMessage({ event: 'customer', data: view } satisfies CustomerEvent);
    if (view.changesAt !== null) callOff = timers.after(Math.max(1, view.changesAt - now()), () => changed('now'));
  };
  const readOr = (): CustomerView | undefined => {
    try {
      return read();
    } catch (error) {
      log('customer-screen', { error: faultText(error) });
      return undefined;
    }
  };
  const views = announceViews(show, { steady, timers });
  const changed = (when: When): void => {
    if (port) views.announce(readOr, when);
  };
  return {
    open: (next) => {
      port?.close?.();
      port = next;
      callOff();
      // What a window says is never read, but a port that is not started keeps everything that is sent to it.
      port?.start?.();
      changed('now');
    },
    changed,
    stop: () => {
      callOff();
      views.stop();
    },
  };
}
