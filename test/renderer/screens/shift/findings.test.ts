import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { createElement } from 'react';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../main/domain/language.ts';
import type { Language } from '../../../../main/domain/language.ts';
import { tiyin } from '../../../../main/domain/money.ts';
import type { ShiftReport } from '../../../../preload/api.ts';
import { messages } from '../../../../renderer/i18n/languages.ts';
import { OpenFindings } from '../../../../renderer/screens/shift/open-findings.tsx';
import { ReportTable } from '../../../../renderer/screens/shift/report-table.tsx';

const none = { count: 0, amount: tiyin(0), oldestAt: null };
const report = (kind: 'x' | 'z', findings: number): ShiftReport => ({
  kind,
  shiftNumber: 1,
  openedAt: 0,
  closedAt: null,
  cashier: 'Dilnoza',
  sales: 0,
  voided: 0,
  total: tiyin(0),
  vat: tiyin(0),
  refunds: { count: 0, amount: tiyin(0) },
  byTender: [],
  otherCurrencies: [],
  float: tiyin(0),
  expectedCash: tiyin(0),
  countedCash: null,
  difference: null,
  inDoubt: none,
  queued: none,
  goingBack: none,
  unsentFiscal: 0,
  findings,
  fiscal: { zNumber: null, terminalId: null, state: 'none' },
});

async function speaker(lng: Language): Promise<i18n> {
  const resources = Object.fromEntries(languages.map((each) => [each, { translation: messages[each] }]));
  const instance = createInstance();
  await instance.init({ resources, lng, interpolation: { escapeValue: false }, react: { useSuspense: false } });
  return instance;
}

async function drawn(element: ReactElement, language: Language = 'en'): Promise<string> {
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n: await speaker(language) }, element));
}

/** The unfinished rows of a report as a person reads them, the ones in red with a cross before them. */
async function unfinished(shown: ShiftReport): Promise<string[]> {
  const table = await drawn(createElement(ReportTable, { report: shown }));
  const rows = table.slice(table.indexOf('Unfinished')).split('<tr').slice(1);
  const said = (row: string): string =>
    `<tr${row}`
      .replaceAll(/<[^>]+>|\s+/g, ' ')
      .replaceAll(/ +/g, ' ')
      .trim();
  return rows.map((row) => (/^ class="[^"]*refused/.test(row) ? `✕ ${said(row)}` : said(row)));
}

describe('what the daily match found and nobody has settled', () => {
  const always = ['Payments in doubt 0 0', 'Payments queued 0 0', 'Refunds under way 0 0', 'Unsent fiscal receipts 0'];

  it.each(['x', 'z'] as const)('is a red row of the %s report', async (kind) => {
    expect(await unfinished(report(kind, 2))).toEqual([...always, '✕ Differences of the match 2']);
  });

  it('has no row when there is nothing', async () => {
    expect(await unfinished(report('x', 0))).toEqual(always);
  });

  it.each<[Language, string]>([
    ['uz', 'Solishtirishda ochiq farqlar: 2 ta. Ularni rahbar hal qiladi (F11).'],
    ['uz-Cyrl', 'Солиштиришда очиқ фарқлар: 2 та. Уларни раҳбар ҳал қилади (F11).'],
    ['ru', 'Открытых расхождений сверки: 2. Их решает руководитель (F11).'],
    ['en', 'Open differences of the daily match: 2. A manager settles them (F11).'],
  ])('is said in %s beside the button that closes the shift', async (language, said) => {
    expect(await drawn(createElement(OpenFindings, { count: 2 }), language)).toContain(`<span>${said}</span>`);
  });

  it('is not spoken of there when there is nothing', async () => {
    expect(await drawn(createElement(OpenFindings, { count: 0 }))).toBe('');
  });
});
