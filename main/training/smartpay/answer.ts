import type { Struck } from '../wire/faults.ts';
import { json, type Sent } from '../wire/sent.ts';
import { spoil } from '../wire/spoil.ts';
import type { Endpoint } from './endpoints.ts';
import { errors } from './errors.ts';
import type { Fault } from './faults.ts';
import { otherMode, otherOrder, wrongAmount, wrongCurrency, wrongTypes } from './tamper.ts';
import { no, type Said } from './works.ts';

/** The answers given last, by endpoint. */
export type LastAnswers = Map<Endpoint, Said>;

/** One request at the desk: `work` does it, or finds what was answered to its key before; `refuse` keeps a "no" for that key. */
export type Job = { endpoint: Endpoint; work: () => Said; refuse: (said: Said) => Said; last: LastAnswers };

const tampers = {
  'wrong-amount': wrongAmount,
  'wrong-currency': wrongCurrency,
  'other-order': otherOrder,
  'other-mode': otherMode,
  'wrong-types': wrongTypes,
} as const;

type Tamper = Extract<Fault, { kind: keyof typeof tampers }>;

const isTamper = (fault: Fault): fault is Tamper => fault.kind in tampers;

/** Does the job, spoils it as `struck` says, and gives what is to be sent. */
export async function answer(job: Job, struck: Struck<Fault> | undefined): Promise<Sent> {
  const { last, endpoint } = job;
  const previous = last.get(endpoint);
  const work = (): Said => {
    const said = job.work();
    last.set(endpoint, said);
    return said;
  };
  return struck ? falsified({ work, refuse: job.refuse }, previous, struck) : sent(work());
}

function falsified(
  { work, refuse }: Pick<Job, 'work' | 'refuse'>,
  previous: Said | undefined,
  { fault, hold }: Struck<Fault>,
): Sent | Promise<Sent> {
  if (isTamper(fault)) return sent(tampered(work(), fault.kind));
  switch (fault.kind) {
    case 'unavailable':
      if (fault.work === 'done') work();
      return sent(no(errors.unavailable));
    case 'refuse':
      return sent(refuse({ status: fault.code, value: { errorCode: 'request.refused', message: fault.message } }));
    case 'refund-declined':
      return sent(refuse(no(errors.insufficient)));
    case 'previous-answer': {
      const said = work();
      return sent(previous ?? said);
    }
    default:
      return withStatus(work, (text) => spoil(fault, hold, { ...unanswered, work: text }));
  }
}

function tampered(said: Said, kind: Tamper['kind']): Said {
  return { ...said, value: tampers[kind](said.value) };
}

/** Words of the shared spoiler for what is answered above. */
const unanswered = {
  refusal: () => JSON.stringify(no(errors.unavailable).value),
  failure: () => JSON.stringify(no(errors.unavailable).value),
  previous: () => undefined,
};

/** The shared spoiler knows HTTP 200 only; what it lets through unspoiled gets its own status back. */
async function withStatus(work: () => Said, spoiled: (text: () => string) => Promise<Sent>): Promise<Sent> {
  let honest: Sent | undefined;
  const result = await spoiled(() => {
    honest = sent(work());
    return honest.kind === 'text' ? honest.text : '';
  });
  const same = honest?.kind === 'text' && result.kind === 'text' && result.text === honest.text;
  return same && honest ? honest : result;
}

/** An answer as it goes onto the wire. */
export function sent({ status, value }: Said): Sent {
  const text = json(JSON.stringify(value));
  return text.kind === 'text' ? { ...text, status } : text;
}
