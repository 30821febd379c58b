import type { z } from 'zod';
import type { SessionRecord } from './book.ts';
import type { Place } from './endpoints.ts';
import { errors, type Failure } from './errors.ts';
import { cancelOrder, capture, giveBack, letGo, openSession, type Office } from './office.ts';
import { captureRequest, refundRequest, sessionRequest } from './requests.ts';
import { collection, shownOrder, shownPayment, shownRefund, shownSession, type Depth } from './shown.ts';

/** What the reference leaves open: what stands for the order in a new session, and how deep `expand=all` goes. */
export type Terms = { newOrder: 'whole' | 'id'; expands: 'all' | 'one-step' | 'never' };

/** Everything an endpoint may touch. */
export type Desk = { office: Office; terms: Terms };

/** An answer of the API: HTTP status and JSON. */
export type Said = { status: number; value: unknown };

/** A request that was understood as far as its place; `body` is undefined when it was no JSON. */
export type Arrived = { place: Place; query: URLSearchParams; body: unknown };

/** Does what one request asks, at once and to the end. */
export function work(desk: Desk, { place, query, body }: Arrived): Said {
  const { office, terms } = desk;
  const { book } = office;
  const test = office.mode === 'test';
  const depth: Depth = query.get('expand') === 'all' && terms.expands !== 'never' ? terms.expands : 'ids';
  letGo(office);
  switch (place.endpoint) {
    case 'sessions.create':
      return create(desk, body);
    case 'sessions.get': {
      const session = book.sessions.find(({ id }) => id === place.id);
      return session ? ok(sessionWith(desk, session, depth)) : no(errors.sessionNotFound);
    }
    case 'sessions.list':
      return list(book.sessions, query, (session) => sessionWith(desk, session, depth));
    case 'orders.get':
      return byId(book.orders, place.id, errors.orderNotFound, (order) => shownOrder(book, order, test, depth));
    case 'orders.list':
      return list(book.orders, query, (order) => shownOrder(book, order, test, depth));
    case 'orders.cancel': {
      const done = cancelOrder(office, place.id);
      return done.ok ? ok(shownOrder(book, done.value, test, 'ids')) : no(done.failure);
    }
    case 'payments.create':
      return understood(captureRequest, body, (request) => {
        const done = capture(office, request);
        return done.ok ? ok(shownPayment(book, done.value, test, 'ids')) : no(done.failure);
      });
    case 'payments.get':
      return byId(book.payments, place.id, errors.paymentNotFound, (payment) =>
        shownPayment(book, payment, test, depth),
      );
    case 'payments.list':
      return list(book.payments, query, (payment) => shownPayment(book, payment, test, depth));
    case 'refunds.create':
      return understood(refundRequest, body, (request) => {
        const done = giveBack(office, request);
        return done.ok ? ok(shownRefund(done.value, test)) : no(done.failure);
      });
    case 'refunds.get':
      return byId(book.refunds, place.id, errors.refundNotFound, (refund) => shownRefund(refund, test));
    case 'refunds.list':
      return list(book.refunds, query, (refund) => shownRefund(refund, test));
  }
}

function create(desk: Desk, body: unknown): Said {
  return understood(sessionRequest, body, (request) => {
    const session = openSession(desk.office, request);
    return ok(sessionWith(desk, session, desk.terms.newOrder === 'whole' ? 'one-step' : 'ids'));
  });
}

function sessionWith({ office: { book, mode } }: Desk, session: SessionRecord, depth: Depth): object {
  const test = mode === 'test';
  const order = book.orders.find(({ id }) => id === session.orderId);
  return shownSession(session, test, order && depth !== 'ids' ? shownOrder(book, order, test, 'ids') : session.orderId);
}

function understood<S extends z.ZodType>(schema: S, body: unknown, then: (request: z.infer<S>) => Said): Said {
  const request = schema.safeParse(body);
  if (request.success) return then(request.data);
  return no(errors.invalid(...request.error.issues.map(({ path }) => `payload.${path.join('.')} is invalid`)));
}

function byId<T extends { id: string }>(
  all: readonly T[],
  id: string,
  missing: Failure,
  show: (one: T) => object,
): Said {
  const found = all.find((one) => one.id === id);
  return found ? ok(show(found)) : no(missing);
}

/** Newest first, as a dashboard shows them; 20 on a page unless said otherwise (Node SDK). */
function list<T>(all: readonly T[], query: URLSearchParams, show: (one: T) => object): Said {
  const most = Number(query.get('maxResults') ?? 20);
  const offset = Number(query.get('pageToken') ?? 0);
  if (!Number.isInteger(most) || most < 1 || !Number.isInteger(offset)) return no(errors.invalid('maxResults'));
  return ok(collection(all.toReversed().map(show), offset, most));
}

/** A "no" as it is said. */
export function no({ status, ...words }: Failure): Said {
  return { status, value: words };
}

function ok(value: object): Said {
  return { status: 200, value };
}
