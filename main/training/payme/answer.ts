import { assertNever } from '../../domain/assert-never.ts';
import type { Hold, Struck } from '../wire/faults.ts';
import { json, type Sent } from '../wire/sent.ts';
import { spoil } from '../wire/spoil.ts';
import type { PayPlan } from '../wallet/plan.ts';
import { refused, type Cashbox } from './cashbox.ts';
import { envelope, type Envelope, type RpcId } from './envelope.ts';
import { errors } from './errors.ts';
import { planOf, type Fault, type Told } from './faults.ts';
import type { Method } from './methods.ts';
import type { Swaps } from './swaps.ts';
import { nullId, wrongAccount, wrongAmount, wrongId, wrongState, wrongTypes, type Tamper } from './tamper.ts';
import { works } from './works.ts';

/** A call that may be worked on. */
export type RpcCall = { id: RpcId; method: Method; params: unknown };

/** The cashbox, the answers it gave last per method, and those it keeps back. */
export type Desk = { cashbox: Cashbox; lastAnswers: Map<Method, string>; swaps: Swaps };

/** Does what was asked, spoils it as `struck` says, and gives what is to be sent. */
export async function answer(desk: Desk, call: RpcCall, struck: Struck<Fault> | undefined): Promise<Sent> {
  if (!struck) return said(desk.swaps.exchange(call.method, work(desk, call)));
  const { fault, hold } = struck;
  switch (fault.kind) {
    case 'wrong-amount':
      return tampered(desk, call, wrongAmount);
    case 'wrong-id':
      return tampered(desk, call, wrongId(desk.cashbox.wallet.book.receipts.map(({ id }) => id)));
    case 'wrong-account':
      return tampered(desk, call, wrongAccount);
    case 'wrong-state':
      return tampered(desk, call, wrongState(fault.state));
    case 'wrong-types':
      return tampered(desk, call, wrongTypes);
    case 'null-id':
      return tampered(desk, call, nullId);
    case 'swap':
      return saidOrNothing(await desk.swaps.keep(call.method, work(desk, call), fault.ids ?? 'swapped', hold()));
    case 'states':
      return tell(work(desk, call, planOf(fault)), fault.told ?? 'at-once', hold);
    case 'charge-late':
      return tell(work(desk, call, planOf(fault)), fault.told ?? 'lost', hold);
    default:
      return spoil(fault, hold, {
        work: () => JSON.stringify(work(desk, call)),
        refusal: (code, message) => JSON.stringify(envelope(call.id, refused({ code, message }))),
        failure: () => JSON.stringify(envelope(call.id, refused(errors.system))),
        previous: () => desk.lastAnswers.get(call.method),
      });
  }
}

function work(desk: Desk, call: RpcCall, plan?: PayPlan): Envelope {
  const honest = envelope(call.id, works[call.method](desk.cashbox, call.params, plan));
  desk.lastAnswers.set(call.method, JSON.stringify(honest));
  return honest;
}

function tampered(desk: Desk, call: RpcCall, tamper: Tamper): Sent {
  return said(tamper(work(desk, call)));
}

async function tell(honest: Envelope, told: Told, hold: Hold): Promise<Sent> {
  switch (told) {
    case 'at-once':
      return said(honest);
    case 'lost':
      return { kind: 'nothing' };
    case 'held':
      return (await hold()) === 'closed' ? { kind: 'nothing' } : said(honest);
    default:
      return assertNever(told);
  }
}

function said(answered: unknown): Sent {
  return json(JSON.stringify(answered));
}

function saidOrNothing(answered: Envelope | undefined): Sent {
  return answered ? said(answered) : { kind: 'nothing' };
}
