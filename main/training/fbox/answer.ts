import { assertNever } from '../../domain/assert-never.ts';
import type { Box } from './box.ts';
import { failure, refusals, type Envelope } from './envelope.ts';
import type { Done, Freed, Struck } from './faults.ts';
import type { Route } from './routes.ts';
import { wrongAmount, wrongIds, wrongTypes } from './tamper.ts';
import { works, wrapped } from './works.ts';

/** What leaves the box for one request. */
export type Sent =
  | { kind: 'text'; status: number; type: string; text: string }
  | { kind: 'nothing' }
  | { kind: 'cut'; text: string; afterBytes: number }
  | { kind: 'slow'; text: string; chunkBytes: number; gapMs: number };

/** A request as text: its JSON is read inside, because FBOX answers broken JSON with an envelope. */
export type Arrived = { route: Route; body: string; query: Readonly<Record<string, unknown>> };

/** The box and the answers it gave last, per endpoint. */
export type Desk = { box: Box; lastAnswers: Map<Route, string> };

/** Does what was asked, spoils it as `struck` says, and gives what is to be sent. */
export async function answer(desk: Desk, arrived: Arrived, struck: Struck | undefined): Promise<Sent> {
  if (!struck) return json(work(desk, arrived));
  const { fault, hold } = struck;
  switch (fault.kind) {
    case 'refuse':
      return json(asText(arrived.route, failure({ code: fault.code, message: fault.message, data: null })));
    case 'delay':
      return held(
        fault.held,
        () => hold(fault.ms),
        () => work(desk, arrived),
      );
    case 'hang':
      return held(fault.held, hold, () => work(desk, arrived));
    case 'drop-request-before':
      return { kind: 'nothing' };
    case 'drop-answer-after':
      work(desk, arrived);
      return { kind: 'nothing' };
    case 'cut':
      return { kind: 'cut', text: work(desk, arrived), afterBytes: fault.afterBytes };
    case 'slow':
      return { kind: 'slow', text: work(desk, arrived), chunkBytes: fault.chunkBytes, gapMs: fault.gapMs };
    case 'garbage':
      return instead(desk, arrived, fault.work, json('\u0000}{ not json'));
    case 'empty':
      return instead(desk, arrived, fault.work, json(''));
    case 'http-status':
      return instead(desk, arrived, fault.work, html(fault.status));
    case 'error-200':
      return instead(desk, arrived, fault.work, json(asText(arrived.route, nobodysFault)));
    case 'wrong-amount':
      return json(work(desk, arrived, wrongAmount));
    case 'wrong-ids':
      return json(work(desk, arrived, wrongIds));
    case 'wrong-types':
      return json(work(desk, arrived, wrongTypes));
    case 'previous-answer': {
      const previous = desk.lastAnswers.get(arrived.route);
      const own = work(desk, arrived);
      return json(previous ?? own);
    }
    default:
      return assertNever(fault);
  }
}

/** Not a success, yet no error is named: FBOX does answer so (FBOX: UzQR). */
const nobodysFault: Envelope = { data: { status: 'failed' }, error: null, is_success: false };

async function held(side: 'request' | 'answer', hold: () => Promise<Freed>, done: () => string): Promise<Sent> {
  const early = side === 'answer' ? done() : undefined;
  if ((await hold()) === 'closed') return { kind: 'nothing' };
  return json(early ?? done());
}

function instead(desk: Desk, arrived: Arrived, done: Done = 'done', sent: Sent): Sent {
  if (done === 'done') work(desk, arrived);
  return sent;
}

function work(desk: Desk, arrived: Arrived, spoil: (envelope: Envelope) => unknown = (envelope) => envelope): string {
  const body = parseJson(arrived.body);
  const call = { body: body.value, query: arrived.query };
  const envelope = body.ok ? works[arrived.route](desk.box, call) : failure(refusals.illegalArgument);
  desk.lastAnswers.set(arrived.route, asText(arrived.route, envelope));
  return asText(arrived.route, spoil(envelope));
}

function asText(route: Route, envelope: unknown): string {
  return JSON.stringify(wrapped.has(route) ? { result: envelope } : envelope);
}

/** No body at all counts as an empty one: the fields are what is missing then. */
function parseJson(text: string): { ok: boolean; value: unknown } {
  try {
    return { ok: true, value: text.trim() === '' ? {} : JSON.parse(text) };
  } catch {
    return { ok: false, value: undefined };
  }
}

function json(text: string): Sent {
  return { kind: 'text', status: 200, type: 'application/json', text };
}

function html(status: number): Sent {
  return { kind: 'text', status, type: 'text/html', text: `<html><body><h1>${status}</h1></body></html>` };
}
