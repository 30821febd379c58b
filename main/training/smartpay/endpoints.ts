/** Every endpoint this Smartpay has, by the name faults are scripted for. */
export const endpoints = [
  'sessions.create',
  'sessions.get',
  'sessions.list',
  'orders.get',
  'orders.list',
  'orders.cancel',
  'payments.create',
  'payments.get',
  'payments.list',
  'refunds.create',
  'refunds.get',
  'refunds.list',
] as const;

export type Endpoint = (typeof endpoints)[number];

const places: readonly { verb: string; path: RegExp; endpoint: Endpoint }[] = [
  { verb: 'POST', path: /^\/checkout-sessions$/, endpoint: 'sessions.create' },
  { verb: 'GET', path: /^\/checkout-sessions$/, endpoint: 'sessions.list' },
  { verb: 'GET', path: /^\/checkout-sessions\/([^/]+)$/, endpoint: 'sessions.get' },
  { verb: 'GET', path: /^\/orders$/, endpoint: 'orders.list' },
  { verb: 'GET', path: /^\/orders\/([^/]+)$/, endpoint: 'orders.get' },
  { verb: 'PUT', path: /^\/orders\/([^/]+)\/cancellation$/, endpoint: 'orders.cancel' },
  { verb: 'POST', path: /^\/payments$/, endpoint: 'payments.create' },
  { verb: 'GET', path: /^\/payments$/, endpoint: 'payments.list' },
  { verb: 'GET', path: /^\/payments\/([^/]+)$/, endpoint: 'payments.get' },
  { verb: 'POST', path: /^\/refunds$/, endpoint: 'refunds.create' },
  { verb: 'GET', path: /^\/refunds$/, endpoint: 'refunds.list' },
  { verb: 'GET', path: /^\/refunds\/([^/]+)$/, endpoint: 'refunds.get' },
];

/** A request to one endpoint; `id` is the one in its path, "" where there is none. */
export type Place = { endpoint: Endpoint; id: string };

/** The endpoint of a request, its path without "/v1" and without its query; undefined when there is none such. */
export function placeOf(verb: string, path: string): Place | undefined {
  for (const place of places) {
    const match = place.verb === verb ? place.path.exec(path) : null;
    if (match) return { endpoint: place.endpoint, id: match[1] ?? '' };
  }
  return undefined;
}
