import { expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import type { ShiftFigures } from '../../../main/domain/shift.ts';
import { shiftFigures } from '../../../main/report/shift-report.ts';
import { addFinding, openFindings, settleFindingRow } from '../../../main/store/matches.ts';
import { findShift } from '../../../main/store/shifts.ts';
import { morning, openShopFile } from '../store/shop-file.ts';

const none = { count: 0, amount: 0, oldestAt: null };

test('the report names how many findings of the match nobody has settled, of whichever day', () => {
  const db = openShopFile();
  const figures = (): ShiftFigures => shiftFigures(db, findShift(db, 'shift-1')!);
  const before = figures();
  const lost = { kind: 'paid-here', attemptId: null, saleId: null, paymentId: 'p1', amount: tiyin(3_150_000) } as const;
  addFinding(db, '2026-11-19', lost, morning - 1000);
  addFinding(db, '2026-11-20', lost, morning);
  const found = figures();
  settleFindingRow(db, openFindings(db)[0]!.id, { at: morning, staffId: 'dilnoza', evidence: 'seen in the cabinet' });
  expect(before).toEqual({
    kind: 'x',
    shiftNumber: 1,
    openedAt: morning,
    closedAt: null,
    cashier: 'Dilnoza',
    sales: 0,
    voided: 0,
    total: 0,
    vat: 0,
    refunds: { count: 0, amount: 0 },
    byTender: [],
    otherCurrencies: [],
    float: 0,
    expectedCash: 0,
    countedCash: null,
    difference: null,
    inDoubt: none,
    queued: none,
    goingBack: none,
    unsentFiscal: 0,
    findings: 0,
  });
  expect([found, figures()]).toEqual([
    { ...before, findings: 2 },
    { ...before, findings: 1 },
  ]);
});
