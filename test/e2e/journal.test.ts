import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { tiyin } from '../../main/domain/money.ts';
import { projectFolder } from '../../scripts/electron/build.ts';
import { openTenders, payExactly, scanGoods, sharedShop, waitForCode } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, tea } from './street.ts';

const shop = sharedShop();
const codes: string[] = [];

/** A code of a customer, remembered here so that it can be looked for where it must not be. */
function customersCode({ box }: Shop, balance?: number): string {
  const code = box.issueCode(balance === undefined ? {} : { balance: tiyin(balance) });
  codes.push(code);
  return code;
}

/** One sale of every kind, so that every kind of line and every way of a customer's code is in the data. */
beforeAll(async () => {
  const one = shop();
  await scanGoods(one, bread);
  await payExactly(one);
  await scanGoods(one, tea);
  await waitForCode(one);
  await one.scanner.scan(customersCode(one, 100));
  await one.shows('payment-state', 'state', 'declined');
  await one.press('Enter');
  await one.shows('payment-state', 'state', 'waiting-code');
  await one.scanner.scan(customersCode(one));
  await one.shows('confirm-state', 'state', 'done');
  await one.scanner.scan(customersCode(one));
  await one.shows('message', 'code', 'code-is-wallet');
  await one.scanner.scan('51012345678901234567');
  await one.shows('message', 'code', 'code-unknown');
  await sendLate(one);
  await leaveInDoubt(one);
});

/** A code that waits, encrypted, for the line to come back. */
async function sendLate(one: Shop): Promise<void> {
  await scanGoods(one, bread);
  await openTenders(one);
  await one.press('F3');
  await one.box.setCable('out');
  await one.scanner.scan(customersCode(one));
  await one.shows('payment-state', 'state', 'queued');
  expect(filesWith(one.dataDir, codes)).toEqual([]);
  await one.box.setCable('in');
  await one.shows('confirm-state', 'state', 'done');
}

async function leaveInDoubt(one: Shop): Promise<void> {
  await scanGoods(one, tea);
  await waitForCode(one);
  one.box.script([{ on: 'POST /payment/payme', fault: { kind: 'wrong-types' } }]);
  await one.scanner.scan(customersCode(one));
  await one.shows('payment-state', 'state', 'in-doubt');
}

type Line = Record<string, unknown>;

async function journal(...args: string[]): Promise<string> {
  const script = join(projectFolder, 'scripts/journal.ts');
  const run = await promisify(execFile)(process.execPath, [script, `--user-data-dir=${shop().dataDir}`, ...args]);
  return run.stdout;
}

async function journalLines(type: string): Promise<Line[]> {
  const lines = (await journal()).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Line).filter((line) => line['type'] === type);
}

const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const someId = expect.stringMatching(/^[\w-]{8,}$/);

test('the journal tells a sale with its lines and tenders while the till runs', async () => {
  const sales = await journalLines('sale');
  expect(sales[0]).toEqual({
    type: 'sale',
    id: someId,
    number: 1,
    shift: someId,
    state: 'completed',
    total: 400_000,
    currency: 'UZS',
    lines: [
      {
        code: bread,
        name: 'Non “Toshkent” obi',
        quantity: 1000,
        price: 400_000,
        discount: 0,
        total: 400_000,
        vat: 42_857,
      },
    ],
    tenders: [{ kind: 'cash', amount: 400_000 }],
    at: iso,
  });
  expect(sales[1]).toMatchObject({ tenders: [{ kind: 'payme-go', amount: 3_150_000, attempt: someId }] });
});

test('the journal tells every attempt with its history', async () => {
  const attempts = await journalLines('attempt');
  const states = attempts.map(({ state }) => state);
  expect(states).toEqual(['declined', 'paid', 'paid', 'in-doubt']);
  expect(attempts[1]).toEqual({
    type: 'attempt',
    id: someId,
    sale: someId,
    provider: 'fbox',
    amount: 3_150_000,
    state: 'paid',
    providerPaymentId: shop().box.ledger.charges[0]?.paymentId,
    transactionId: shop().box.ledger.charges[0]?.transactionId,
    kkmId: '00000011',
    deviceId: '00000011',
    history: ['queued', 'sending', 'paid'].map((state) => ({ at: iso, state, reason: null })),
  });
  const detour = ['queued', 'sending', 'queued', 'sending', 'paid'];
  expect(attempts[2]).toMatchObject({ history: detour.map((state) => ({ state })) });
});

test('the journal tells fiscal documents with the values of the box', async () => {
  const [fiscal] = await journalLines('fiscal');
  const receipt = shop().box.ledger.receipts[0];
  expect(fiscal).toEqual({
    type: 'fiscal',
    id: someId,
    sale: someId,
    operation: 'sale',
    state: 'registered',
    terminalId: 'ZZ000000000000',
    receiptSeq: String(receipt?.seq),
    dateTime: receipt?.dateTime,
    fiscalSign: receipt?.fiscalSign,
    url: receipt?.url,
  });
});

test('the journal tells the shift, its cash and who did what', async () => {
  expect(await journalLines('shift')).toMatchObject([{ id: someId, number: 1, state: 'open', float: 0 }]);
  expect(await journalLines('cash')).toMatchObject([
    { kind: 'float', amount: 0, sale: null, at: iso },
    { kind: 'sale', amount: 400_000, sale: someId, at: iso },
  ]);
  const actions = (await journalLines('audit')).map(({ action }) => action);
  expect(actions.slice(0, 3)).toEqual(['set-up', 'signed-in', 'shift-opened']);
});

test('the journal proves that nothing in it was changed', async () => {
  expect(JSON.parse(await journal('--verify'))).toEqual({ ok: true });
});

test('no customer’s code is in the journal or in any file the till keeps', async () => {
  const told = await journal();
  expect(codes.filter((code) => told.includes(code))).toEqual([]);
  expect(filesWith(shop().dataDir, codes)).toEqual([]);
  expect(told).not.toMatch(/\b\d{20}\b/);
});

test('no PIN and no long row of digits is in a log', () => {
  const logs = readdirSync(join(shop().dataDir, 'logs')).map((name) => join(shop().dataDir, 'logs', name));
  expect(logs.length).toBeGreaterThan(0);
  for (const log of logs) expect(readFileSync(log, 'utf8')).not.toMatch(/\d{20}|\b1111\b/);
});

/** The files below a folder that hold one of the texts, as letters of one or of two bytes. */
function filesWith(folder: string, texts: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
    });
}
