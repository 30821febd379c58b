import { expect, test } from 'vitest';
import { layCable } from './cable.ts';
import type { Cable } from './cable.ts';
import { openShop, openTenders, payExactly, scanGoods, sharedShop } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, inLetters, tea } from './street.ts';

const shop = sharedShop({ change: inLetters });

test('a reprint says that it is a copy and shows the same receipt', async () => {
  const { press, shows, printer } = shop();
  await scanGoods(shop(), tea);
  await payExactly(shop());
  await shows('print-state', 'state', 'printed');
  const first = printer.jobs.at(-1)?.text ?? '';
  const papers = printer.jobs.length;
  await press('F4');
  await expect.poll(() => printer.jobs.length).toBe(papers + 1);
  const copy = printer.jobs.at(-1)?.text ?? '';
  expect(first).not.toContain('NUSXA');
  expect(copy).toContain('NUSXA');
  expect(copy.replace(/^.*NUSXA.*\n/m, '')).toBe(first);
});

test('without paper the sale is complete, and a new roll brings the receipt', async () => {
  const { shows, printer, id } = shop();
  const papers = printer.jobs.length;
  printer.change({ paper: 'out' });
  await scanGoods(shop(), bread);
  await payExactly(shop());
  await shows('message', 'code', 'printer-paper-out');
  await shows('not-printed', 'count', '1');
  printer.change({ paper: 'ok' });
  await id('not-printed').waitFor({ state: 'detached', timeout: 25_000 });
  expect(printer.jobs).toHaveLength(papers + 1);
});

test('the drawer opens once for a cash sale and not for a Payme sale', async () => {
  const { shows, printer, scanner, box, press } = shop();
  const pulses = printer.pulses.length;
  await scanGoods(shop(), bread);
  await payExactly(shop());
  await expect.poll(() => printer.pulses.length).toBe(pulses + 1);
  await scanGoods(shop(), tea);
  await openTenders(shop());
  await press('F3');
  await scanner.scan(box.issueCode());
  await shows('print-state', 'state', 'printed');
  expect(printer.pulses).toHaveLength(pulses + 1);
});

async function shopOnCable(): Promise<{ far: Shop; cable: Cable }> {
  const cable = await layCable();
  const far = await openShop({
    change: (provision) => {
      inLetters(provision);
      const printer = provision['printer'] as { port: number };
      cable.to = printer.port;
      printer.port = cable.port;
    },
  });
  return { far, cable };
}

test('sales without a printer are complete, and their receipts come once it is back', async () => {
  const { far, cable } = await shopOnCable();
  await cable.cut();
  await scanGoods(far, bread);
  await payExactly(far);
  await far.shows('fiscal-state', 'state', 'registered');
  await far.shows('print-state', 'state', 'waiting');
  await scanGoods(far, tea);
  await payExactly(far);
  await far.id('printer-trouble').waitFor();
  await far.shows('not-printed', 'count', '2');
  expect(far.printer.jobs).toEqual([]);
  await cable.mend();
  await far.id('not-printed').waitFor({ state: 'detached', timeout: 25_000 });
  await far.id('printer-trouble').waitFor({ state: 'detached' });
  expect(far.printer.jobs.map(({ text }) => /4 000,00|4 000/.test(text))).toEqual([true, false]);
});
