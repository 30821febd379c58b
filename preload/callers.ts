/** What reaches the till from outside, as its page shows it. */

/** One call that arrived: which route, from where, and what became of it. `reason` is a code for the window's words. */
export type IncomingCall = {
  id: number;
  at: number;
  route: string;
  ip: string;
  outcome: 'accepted' | 'refused';
  reason: string;
  subject: string | null;
};

/** The listener as it stands; null address when it is switched off. */
export type CallersView = {
  state: 'off' | 'listening' | 'failed';
  host: string | null;
  port: number | null;
  publicUrl: string | null;
  /** Every caller seems to have one address, that of a tunnel on this computer: one who calls too often shuts out all. */
  oneAddress: boolean;
  /** The addresses to enter at the providers, made of the public URL. */
  routes: { name: 'payme' | 'flitt' | 'smartpay' | 'health'; url: string }[];
  reason: string | null;
  calls: IncomingCall[];
};
