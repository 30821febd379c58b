import type { Struck } from '../wire/faults.ts';
import { json, type Sent } from '../wire/sent.ts';
import { spoil } from '../wire/spoil.ts';
import type { Box } from './box.ts';
import { failure, refusals, type Envelope } from './envelope.ts';
import type { Fault } from './faults.ts';
import type { Route } from './routes.ts';
import { wrongAmount, wrongIds, wrongTypes } from './tamper.ts';
import { works, wrapped } from './works.ts';

/** A request as text: its JSON is read inside, because FBOX answers broken JSON with an envelope. */
export type Arrived = { route: Route; body: string; query: Readonly<Record<string, unknown>> };

/** The box and the answers it gave last, per endpoint. */
export type Desk = { box: Box; lastAnswers: Map<Route, string> };

/** Does what was asked, spoils it as `struck` says, and gives what is to be sent. */
export async function answer(desk: Desk, arrived: Arrived, struck: Struck<Fault> | undefined): Promise<Sent> {
  if (!struck) return json(work(desk, arrived));
  const { fault, hold } = struck;
  switch (fault.kind) {
    case 'wrong-amount':
      return json(work(desk, arrived, wrongAmount));
    case 'wrong-ids':
      return json(work(desk, arrived, wrongIds));
    case 'wrong-types':
      return json(work(desk, arrived, wrongTypes));
    default:
      return spoil(fault, hold, {
        work: () => work(desk, arrived),
        refusal: (code, message) => asText(arrived.route, failure({ code, message, data: null })),
        failure: () => asText(arrived.route, nobodysFault),
        previous: () => desk.lastAnswers.get(arrived.route),
      });
  }
}

/** Not a success, yet no error is named: FBOX does answer so (FBOX: UzQR). */
const nobodysFault: Envelope = { data: { status: 'failed' }, error: null, is_success: false };

function work(desk: Desk, arrived: Arrived, falsify: (envelope: Envelope) => unknown = (envelope) => envelope): string {
  const body = parseJson(arrived.body);
  const call = { body: body.value, query: arrived.query };
  const envelope = body.ok ? works[arrived.route](desk.box, call) : failure(refusals.illegalArgument);
  desk.lastAnswers.set(arrived.route, asText(arrived.route, envelope));
  return asText(arrived.route, falsify(envelope));
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
