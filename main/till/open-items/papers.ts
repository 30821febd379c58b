import { findAttempt } from '../../store/attempts.ts';
import { openDocuments, openPapers, openSale } from '../../store/open-items.ts';
import type { OpenDocument, OpenPaper } from '../../store/open-items.ts';
import { deadObligations, openObligation, openObligations } from '../../store/outbox.ts';
import type { Obligation } from '../../store/outbox.ts';
import type { NextStep, OpenItem, OpenItemKind } from '../../../preload/api.ts';
import type { Till } from '../context.ts';
import { onTheWall } from '../wall.ts';
import { blankItem } from './item.ts';

/** Everything whose money is certain and whose papers are not: fiscal documents, confirmations, receipts, the box's Z. */
export function paperItems(till: Till): OpenItem[] {
  return [
    ...openDocuments(till.db).map((document) => documentItem(till, document)),
    ...openObligations(till.db, 'wallet-confirm').map((row) => confirmItem(till, row)),
    ...openPapers(till.db).map((paper) => paperItem(till, paper)),
    ...[...deadObligations(till.db, 'fiscal-open'), ...deadObligations(till.db, 'fiscal-close')].map((row) =>
      zItem(till, row),
    ),
  ];
}

const kinds: Record<OpenDocument['state'], OpenItemKind> = {
  waiting: 'fiscal-waiting',
  sending: 'fiscal-waiting',
  'in-doubt': 'fiscal-in-doubt',
  refused: 'fiscal-refused',
};

function documentItem(till: Till, document: OpenDocument): OpenItem {
  const row = openObligation(till.db, document.operation === 'sale' ? 'fiscal-sale' : 'fiscal-refund', document.id);
  return {
    ...blankItem(kinds[document.state], document.id, document),
    since: document.createdAt,
    ...workOf(till, row, 'register'),
    last: lastOf(document.reason, row),
    actions: ['retry-fiscal'],
  };
}

function confirmItem(till: Till, row: Obligation): OpenItem {
  const attempt = findAttempt(till.db, row.subject);
  return {
    ...blankItem('not-confirmed', row.subject, attempt && openSale(till.db, attempt.saleId)),
    attemptId: row.subject,
    tender: attempt?.kind ?? null,
    since: onTheWall(till, row.createdAt),
    ...workOf(till, row, 'confirm'),
    last: lastOf(row.lastError, row),
    actions: ['retry'],
  };
}

function paperItem(till: Till, paper: OpenPaper): OpenItem {
  const row = openObligation(till.db, 'print', paper.id);
  const lost = paper.state === 'uncertain' || paper.state === 'failed';
  return {
    ...blankItem('not-printed', paper.id, paper),
    since: paper.createdAt,
    ...workOf(till, lost ? undefined : row, 'print'),
    last: lastOf(paper.reason ?? (lost ? paper.state : null), row),
    actions: ['print'],
  };
}

function zItem(till: Till, row: Obligation): OpenItem {
  return {
    ...blankItem('z-not-taken', String(row.id), undefined),
    since: onTheWall(till, row.createdAt),
    ...workOf(till, row, 'register'),
    last: lastOf(row.lastError, row),
    actions: ['retry'],
  };
}

function workOf(
  till: Till,
  row: Obligation | undefined,
  what: NextStep['what'],
): Pick<OpenItem, 'needsPerson' | 'next' | 'obligationId'> {
  const works = row?.state === 'waiting';
  return {
    needsPerson: !works,
    next: works ? { what, at: onTheWall(till, row.runAt) } : { what: 'person', at: null },
    obligationId: row?.id ?? null,
  };
}

/** A refusal is kept as "code: the box's own words". */
function lastOf(reason: string | null, row: Obligation | undefined): OpenItem['last'] {
  const said = reason ?? row?.lastError ?? null;
  if (said === null) return null;
  const [code = '', ...words] = said.split(': ');
  return { reason: code, message: words.length > 0 ? words.join(': ') : null, at: null, tries: row?.tries ?? 0 };
}
