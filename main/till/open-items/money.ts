import { attemptsIn, attemptsPaidLate, paidWithoutSale } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { openSale, unpaidReleases } from '../../store/open-items.ts';
import { openObligation } from '../../store/outbox.ts';
import { releaseOf } from '../../store/releases.ts';
import { findStaff } from '../../store/staff.ts';
import type { NextStep, OpenAction, OpenItem } from '../../../preload/api.ts';
import type { Till } from '../context.ts';
import { foreignOf } from '../providers.ts';
import { onTheWall } from '../wall.ts';
import { blankItem } from './item.ts';

/** Everything whose money is not certain: waiting codes, doubts, what is going back, what left unpaid. */
export function moneyItems(till: Till): OpenItem[] {
  const states = ['queued', 'in-doubt', 'cancelling'] as const;
  return [
    ...states.flatMap((state) => attemptsIn(till.db, state).map((attempt) => attemptItem(till, state, attempt))),
    ...attemptsPaidLate(till.db).map((attempt) => paidLateItem(till, attempt)),
    ...paidWithoutSale(till.db).map((attempt) => waitsForShift(till, attempt)),
    ...unpaidReleases(till.db).map((sale) => ({
      ...blankItem('released', sale.saleId, sale),
      since: sale.at,
      needsPerson: true,
      released: releasedBy(till, sale.saleId),
      actions: ['recall'] as OpenAction[],
    })),
  ];
}

function attemptItem(till: Till, kind: 'queued' | 'in-doubt' | 'cancelling', attempt: AttemptRow): OpenItem {
  const question = openObligation(till.db, 'ask', attempt.id);
  const needsPerson = attempt.managerSince !== null || question?.state === 'dead';
  const { reason, message, amount } = attempt;
  return {
    ...blankItem(kind, attempt.id, openSale(till.db, attempt.saleId)),
    attemptId: attempt.id,
    tender: attempt.kind,
    amount,
    charged: foreignOf(attempt),
    since: attempt.sentAt ?? attempt.createdAt,
    needsPerson,
    last: reason === null ? null : { reason, message, at: null, tries: question?.tries ?? 0 },
    next: nextStep(till, kind, attempt, question?.state === 'waiting' ? question.runAt : null),
    released: releasedBy(till, attempt.saleId),
    actions: actionsFor(kind, question !== undefined),
  };
}

/** It has ended here, so there is nothing to close: its money goes back by itself, and what keeps it back becomes a finding. */
function paidLateItem(till: Till, attempt: AttemptRow): OpenItem {
  return { ...attemptItem(till, 'cancelling', attempt), actions: ['check-now'] };
}

function nextStep(
  till: Till,
  kind: 'queued' | 'in-doubt' | 'cancelling',
  attempt: AttemptRow,
  runAt: number | null,
): NextStep {
  if (kind === 'queued') return { what: 'send', at: onTheWall(till, attempt.codeExpiresAt) };
  if (runAt === null) return { what: 'person', at: null };
  return { what: kind === 'in-doubt' ? 'ask' : 'take-back', at: onTheWall(till, runAt) };
}

function actionsFor(kind: 'queued' | 'in-doubt' | 'cancelling', canBeAsked: boolean): OpenAction[] {
  if (kind === 'queued') return ['recall'];
  const ask: OpenAction[] = canBeAsked ? ['check-now'] : [];
  return kind === 'in-doubt' ? [...ask, 'cancel', 'close', 'recall'] : [...ask, 'close'];
}

function waitsForShift(till: Till, attempt: AttemptRow): OpenItem {
  return {
    ...blankItem('waits-for-shift', attempt.id, openSale(till.db, attempt.saleId)),
    attemptId: attempt.id,
    tender: attempt.kind,
    amount: attempt.amount,
    charged: foreignOf(attempt),
    since: attempt.endedAt ?? attempt.createdAt,
    next: { what: 'shift', at: null },
  };
}

function releasedBy(till: Till, saleId: string): OpenItem['released'] {
  const release = releaseOf(till.db, saleId);
  return release ? { by: findStaff(till.db, release.staffId)?.name ?? '', phone: release.phone } : null;
}
