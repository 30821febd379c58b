import { assertNever } from '../../domain/assert-never.ts';
import type { Done, Hold, WireFault } from './faults.ts';
import { html, json, type Sent } from './sent.ts';

/** One request at a simulator's desk: `work` does it and gives the honest answer; the rest words what is said instead. */
export type Worker = {
  work: () => string;
  refusal: (code: number, message: string) => string;
  /** The answer that is no success although HTTP says 200. */
  failure: () => string;
  /** What the same endpoint answered before, if it answered at all. */
  previous: () => string | undefined;
};

/** Has `worker` do its work, or not, as `fault` says, and gives what is to be sent. */
export async function spoil(fault: WireFault, hold: Hold, worker: Worker): Promise<Sent> {
  switch (fault.kind) {
    case 'refuse':
      return json(worker.refusal(fault.code, fault.message));
    case 'delay':
      return held(fault.held, () => hold(fault.ms), worker.work);
    case 'hang':
      return held(fault.held, hold, worker.work);
    case 'drop-request-before':
      return { kind: 'nothing' };
    case 'drop-answer-after':
      worker.work();
      return { kind: 'nothing' };
    case 'cut':
      return { kind: 'cut', text: worker.work(), afterBytes: fault.afterBytes };
    case 'slow':
      return { kind: 'slow', text: worker.work(), chunkBytes: fault.chunkBytes, gapMs: fault.gapMs };
    case 'garbage':
      return instead(worker, fault.work, json('\u0000}{ not json'));
    case 'empty':
      return instead(worker, fault.work, json(''));
    case 'http-status':
      return instead(worker, fault.work, html(fault.status));
    case 'error-200':
      return instead(worker, fault.work, json(worker.failure()));
    case 'previous-answer': {
      const previous = worker.previous();
      const own = worker.work();
      return json(previous ?? own);
    }
    default:
      return assertNever(fault);
  }
}

async function held(side: 'request' | 'answer', hold: Hold, work: () => string): Promise<Sent> {
  const early = side === 'answer' ? work() : undefined;
  if ((await hold()) === 'closed') return { kind: 'nothing' };
  return json(early ?? work());
}

function instead(worker: Worker, done: Done = 'done', sent: Sent): Sent {
  if (done === 'done') worker.work();
  return sent;
}
