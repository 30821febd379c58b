import type { z } from 'zod';
import type { Book, SessionRecord } from './book.ts';
import type { Endpoint, Place } from './endpoints.ts';
import { errors, type Failure } from './errors.ts';
import { cancelOrder, capture, giveBack, letGo, openSession, type Done, type Office } from './office.ts';
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

/** One request at its endpoint: `test` and `depth` are how objects are told. */
type Asked = { desk: Desk; book: Book; id: string; query: URLSearchParams; body: unknown; test: boolean; depth: Depth };

/** What stands behind each endpoint. */
const works: Readonly<Record<Endpoint, (asked: Asked) => Said>> = {
  'sessions.create': ({ desk, body }) => create(desk, body),
  'sessions.get': ({ desk, book, id, depth }) =>
    byId(book.sessions, id, errors.sessionNotFound, (one) => sessionWith(desk, one, depth)),
  'sessions.list': ({ desk, book, query, depth }) =>
    list(book.sessions, query, (session) => sessionWith(desk, session, depth)),
  'orders.get': ({ book, id, test, depth }) =>
    byId(book.orders, id, errors.orderNotFound, (order) => shownOrder(book, order, test, depth)),
  'orders.list': ({ book, query, test, depth }) =>
    list(book.orders, query, (order) => shownOrder(book, order, test, depth)),
  'orders.cancel': ({ desk: { office }, book, id, test }) =>
    told(cancelOrder(office, id), (order) => shownOrder(book, order, test, 'ids')),
  'payments.create': ({ desk: { office }, book, body, test }) =>
    understood(captureRequest, body, (request) =>
      told(capture(office, request), (payment) => shownPayment(book, payment, test, 'ids')),
    ),
  'payments.get': ({ book, id, test, depth }) =>
    byId(book.payments, id, errors.paymentNotFound, (payment) => shownPayment(book, payment, test, depth)),
  'payments.list': ({ book, query, test, depth }) =>
    list(book.payments, query, (payment) => shownPayment(book, payment, test, depth)),
  'refunds.create': ({ desk: { office }, body, test }) =>
    understood(refundRequest, body, (request) =>
      told(giveBack(office, request), (refund) => shownRefund(refund, test)),
    ),
  'refunds.get': ({ book, id, test }) =>
    byId(book.refunds, id, errors.refundNotFound, (refund) => shownRefund(refund, test)),
  'refunds.list': ({ book, query, test }) => list(book.refunds, query, (refund) => shownRefund(refund, test)),
};

/** Does what one request asks, at once and to the end. */
export function work(desk: Desk, { place, query, body }: Arrived): Said {
  const { office, terms } = desk;
  const depth: Depth = query.get('expand') === 'all' && terms.expands !== 'never' ? terms.expands : 'ids';
  letGo(office);
  const asked = { desk, book: office.book, id: place.id, query, body, test: office.mode === 'test', depth };
  return works[place.endpoint](asked);
}

/** What was done, or why it was not. */
function told<T>(done: Done<T>, show: (value: T) => object): Said {
  return done.ok ? ok(show(done.value)) : no(done.failure);
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
