import type { TrainingPaymentFault, TrainingView } from '../../../preload/api.ts';

/** What a trainee can practise with; the names are those of the words in every language. */
export const practisedFaults = ['network', 'lost', 'late', 'declined'] as const;
export type PractisedFault = (typeof practisedFaults)[number];

type PaymentFault = Exclude<TrainingPaymentFault, 'none'>;

/** What the till calls a fault of the next payment. */
export const paymentFaults: Record<Exclude<PractisedFault, 'network'>, PaymentFault> = {
  lost: 'answer-lost',
  late: 'charged-late',
  declined: 'declined',
};

type Faults = TrainingView['faults'];

/** True when a fault is switched on. */
export function isOn(fault: PractisedFault, { network, nextPayment }: Faults): boolean {
  return fault === 'network' ? network === 'down' : paymentFaults[fault] === nextPayment;
}

/** Everything that is switched on, in the order of the lesson. */
export function faultsOn(faults: Faults): PractisedFault[] {
  return practisedFaults.filter((fault) => isOn(fault, faults));
}

/** What to tell the till so that `fault` changes from on to off or back; the next payment meets one fault at most. */
export function switched(
  fault: PractisedFault,
  faults: Faults,
): { network: 'up' | 'down' } | { nextPayment: TrainingPaymentFault } {
  const on = isOn(fault, faults);
  if (fault === 'network') return { network: on ? 'up' : 'down' };
  return { nextPayment: on ? 'none' : paymentFaults[fault] };
}
