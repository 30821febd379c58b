import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { tiyin } from '../../../main/domain/money.ts';
import { shiftFigures } from '../../../main/report/shift-report.ts';
import { closeShiftRow, findShift } from '../../../main/store/shifts.ts';
import { freezeFigures, frozenFigures } from '../../../main/till/frozen-figures.ts';
import { morning, openShopFile, queueAttempt, walk } from '../store/shop-file.ts';

describe('the figures of a closed shift', () => {
  test('stay as they were said, whatever is resolved later', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', ['sending', 'in-doubt']);
    const counted = { at: morning + 9000, by: 'dilnoza', expected: tiyin(0), counted: tiyin(500) };
    closeShiftRow(db, 'shift-1', counted);
    const said = shiftFigures(db, findShift(db, 'shift-1')!);
    freezeFigures(db, 'shift-1');
    walk(db, 'a1', ['paid']);
    expect(frozenFigures(findShift(db, 'shift-1')!)).toEqual(said);
  });

  test('of an older version, which knew nothing of refunds under way, other currencies and findings, are read', () => {
    const db = openShopFile();
    closeShiftRow(db, 'shift-1', { at: morning + 9000, by: 'dilnoza', expected: tiyin(0), counted: tiyin(0) });
    const said = shiftFigures(db, findShift(db, 'shift-1')!);
    const { otherCurrencies: _, goingBack: __, findings: ___, ...older } = said;
    expect(frozenFigures({ figures: JSON.stringify(older) })).toEqual(said);
  });

  test('are not there while it is open', () => {
    expect(frozenFigures(findShift(openShopFile(), 'shift-1')!)).toBeUndefined();
  });

  test.each(['{}', '{"kind":"z"}', 'null', '"z"'])('are not believed when the row says %s', (figures) => {
    expect(() => frozenFigures({ figures })).toThrow(ZodError);
  });
});
