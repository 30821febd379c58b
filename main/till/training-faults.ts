import { assertNever } from '../domain/assert-never.ts';
import type { Rule } from '../training/fbox/faults.ts';
import type { Rule as PaymeRule } from '../training/payme/faults.ts';
import type { Result, TrainingPaymentFault, TrainingView } from '../../preload/api.ts';
import { ok, refused } from './context.ts';
import type { Counter } from './context.ts';
import type { TrainingRoom } from './training-room.ts';

/** What the next payment in training may meet. */
export const paymentFaults = [
  'none',
  'answer-lost',
  'charged-late',
  'declined',
] as const satisfies TrainingPaymentFault[];

/** Longer than the till waits for an answer (ms), so that the money is taken after the till has stopped listening. */
const late = 45_000;

/**
 * The lesson of training: cuts the network or mends it, or chooses what the next payment meets. The simulators do the rest;
 * the till itself knows nothing of it and works as it would in the shop.
 */
export async function trainingFault(
  { till }: Counter,
  arg: { network: 'up' | 'down' } | { nextPayment: TrainingPaymentFault },
): Promise<Result<null>> {
  const { training } = till;
  if (!training) return refused('not-in-training');
  if ('network' in arg) await setNetwork(training, arg.network);
  else choosePayment(training, arg.nextPayment);
  till.changed();
  return ok(null);
}

/** What is switched on now; a fault that has struck is over. */
export function trainingFaults({ faults }: TrainingRoom): TrainingView['faults'] {
  return { network: faults.network, nextPayment: faults.left() > 0 ? faults.nextPayment : 'none' };
}

async function setNetwork(room: TrainingRoom, network: 'up' | 'down'): Promise<void> {
  room.faults.network = network;
  const cable = network === 'up' ? 'in' : 'out';
  await Promise.all([room.fbox, room.payme, room.flitt, room.smartpay].map((other) => other.setCable(cable)));
}

function choosePayment(room: TrainingRoom, nextPayment: TrainingPaymentFault): void {
  room.faults.drop();
  const rule = ruleFor(nextPayment);
  const script = rule ? room.fbox.script([rule]) : undefined;
  const silence = nextPayment === 'answer-lost' ? room.payme.script([firstQuestionUnanswered]) : undefined;
  const drop = (): void => {
    script?.drop();
    silence?.drop();
  };
  room.faults = { ...room.faults, nextPayment, left: () => script?.left() ?? 0, drop };
}

/** The till asks at once, and a doubt that is over before anybody has seen it teaches nothing. */
const firstQuestionUnanswered: PaymeRule = { on: 'receipts.get_all', fault: { kind: 'http-status', status: 502 } };

function ruleFor(fault: TrainingPaymentFault): Rule | undefined {
  const on = 'POST /payment/payme';
  switch (fault) {
    case 'none':
      return undefined;
    case 'answer-lost':
      return { on, fault: { kind: 'drop-answer-after' } };
    case 'charged-late':
      return { on, fault: { kind: 'delay', ms: late, held: 'request' } };
    case 'declined':
      return { on, fault: { kind: 'refuse', code: -31_630, message: 'not enough money on the card' } };
    default:
      return assertNever(fault);
  }
}
