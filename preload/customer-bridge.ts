import type { CustomerBridge, CustomerEvent, CustomerView, TillLife } from './api.ts';

/** One end of the channel to the till; the customer's window only listens. */
export type CustomerPort = {
  addEventListener(type: 'message', hear: (event: { data: unknown }) => void): void;
  start(): void;
  close(): void;
};

/** The bridge for the customer's page, and the two things the shell feeds into it. */
export type CustomerBridgeParts = {
  bridge: CustomerBridge;
  /** A till is there: its views are shown from now on, those of the one before no longer. */
  attach(port: CustomerPort): void;
  setLife(life: TillLife): void;
};

/** Carries the till's views to the customer's page. Without a till nothing is shown: an old sum must not stand there. */
export const createCustomerBridge = (): CustomerBridgeParts => {
  let port: CustomerPort | null = null;
  let view: CustomerView | null = null;
  const listeners = new Set<(view: CustomerView | null) => void>();

  const show = (next: CustomerView | null): void => {
    view = next;
    for (const listener of listeners) listener(next);
  };

  return {
    bridge: {
      onView: (listener) => {
        listeners.add(listener);
        listener(view);
        return () => void listeners.delete(listener);
      },
    },
    attach: (next) => {
      port?.close();
      port = next;
      next.addEventListener('message', ({ data }) => {
        if (port === next && isCustomerEvent(data)) show(data.data);
      });
      next.start();
    },
    setLife: (life) => {
      if (life === 'up') return;
      port?.close();
      port = null;
      show(null);
    },
  };
};

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;

const isCustomerEvent = (data: unknown): data is CustomerEvent =>
  isRecord(data) && data['event'] === 'customer' && isRecord(data['data']) && typeof data['data']['step'] === 'string';
