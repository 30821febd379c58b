import { expect, test } from 'vitest';
import { tiyin, zero } from '../../../../main/domain/money.ts';
import { insertFiscal } from '../../../../main/store/fiscal-documents.ts';
import { insertReceipt } from '../../../../main/store/receipts.ts';
import type { Db } from '../../../../main/store/database.ts';
import { setParked } from '../../../../main/store/sales.ts';
import type { Till } from '../../../../main/till/context.ts';
import { stripView } from '../../../../main/till/view/strip.ts';
import type { StripView } from '../../../../preload/api.ts';
import { morning, openShopFile, queueAttempt, startSale, walk } from '../../store/shop-file.ts';

type LineState = StripView['line'];
const states: readonly LineState[] = ['up', 'down', 'unknown'];

/** A till whose payments go to Payme itself and whose receipts go to the box, with only what its strip is made from. */
function tillWith(db: Db, box: LineState, payme: LineState): Till {
  const lines = { box, payme, flitt: 'unknown', smartpay: 'unknown' };
  const memo = { lines, box: [], printer: 'ready', scanner: 'connected' };
  const equipment = { payme: { line: 'payme', book: { line: 'payme' } }, checkouts: new Map() };
  return { db, memo, equipment, secretsProtected: true } as unknown as Till;
}

const sum = tiyin(3_150_000);
const heap = { count: 1, amount: sum, oldestAt: morning };

/** Every way to leave something unfinished, and how the strip counts it. */
const heaps: Record<string, { leave: (db: Db, saleId: string) => void; shown: Partial<StripView> }> = {
  'a code that waits for the line': {
    leave: (db, saleId) => queueAttempt(db, `q-${saleId}`, { saleId }),
    shown: { queued: heap },
  },
  'money in doubt': {
    leave: (db, saleId) => {
      queueAttempt(db, `d-${saleId}`, { saleId });
      walk(db, `d-${saleId}`, ['sending', 'in-doubt']);
    },
    shown: { inDoubt: heap },
  },
  'a receipt the box has not got': {
    leave: (db, saleId) => insertFiscal(db, { id: `f-${saleId}`, saleId, operation: 'sale', createdAt: morning }),
    shown: { unsentFiscal: { count: 1, oldestAt: morning } },
  },
  'a receipt that is not on paper': {
    leave: (db, saleId) => insertReceipt(db, { id: `r-${saleId}`, saleId, document: '{}', createdAt: morning }),
    shown: { notPrinted: { count: 1 } },
  },
};

const nothing = {
  queued: { ...heap, count: 0, amount: zero, oldestAt: null },
  inDoubt: { count: 0, amount: zero, oldestAt: null },
};
const clean = { ...nothing, unsentFiscal: { count: 0, oldestAt: null }, notPrinted: { count: 0 } };
const names = Object.keys(heaps);
const mixes = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_name, at) => (bits >> at) & 1));

test.each(mixes.map((mix) => [mix.join(', ') || 'nothing', mix] as const))(
  'with %s unfinished the strip says so under every state of both lines',
  (_words, mix) => {
    const db = openShopFile();
    setParked(db, 'sale-1', 1);
    mix.forEach((name, at) => {
      const saleId = `sale of heap ${at}`;
      startSale(db, saleId);
      setParked(db, saleId, 1);
      heaps[name]!.leave(db, saleId);
    });
    const shown = mix.reduce<Partial<StripView>>((all, name) => ({ ...all, ...heaps[name]!.shown }), clean);
    const seen = states.flatMap((box) => states.map((payme) => stripView(tillWith(db, box, payme))));
    const heapsSeen = seen.map(({ queued, inDoubt, unsentFiscal, notPrinted }) => ({
      queued,
      inDoubt,
      unsentFiscal,
      notPrinted,
    }));
    expect(heapsSeen).toEqual(seen.map(() => shown));
  },
);

test.each(states.flatMap((box) => states.map((payme) => [box, payme] as const)))(
  'with the box %s and Payme %s the shop’s line is as good as the worse of them',
  (box, payme) => {
    const worst = [box, payme].includes('down') ? 'down' : [box, payme].includes('unknown') ? 'unknown' : 'up';
    expect(stripView(tillWith(openShopFile(), box, payme)).line).toBe(worst);
  },
);
