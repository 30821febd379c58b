import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import { attemptOf } from './checkout/street.ts';
import type { TillView } from '../../../preload/api.ts';
import { bread, openCounter, peek } from './rig.ts';
import type { Shop } from './rig.ts';

/** What becomes of a customer's code, and how many of the thousand go that way. */
const ways = {
  paid: 100,
  declined: 150,
  expired: 300,
  'given up': 200,
  refused: 200,
  'in doubt': 20,
  'never used': 30,
} as const;
type Way = keyof typeof ways;

/** Anything that looks like a customer's code. */
const look = /505\d{17}/g;

/** True when a code that was issued stands in the bytes, as UTF-8 or, its zero bytes left out, as UTF-16. */
function holds(bytes: Buffer, issued: ReadonlySet<string>): boolean {
  const text = bytes.toString('latin1');
  return [text, text.replaceAll('\u0000', '')].some((letters) =>
    [...letters.matchAll(look)].some(([found]) => issued.has(found)),
  );
}

/** In which files below the till's folder, and in which of its words, codes that were issued stand. */
function findCodes({ dir, log, shell }: Shop, issued: ReadonlySet<string>): { files: string[]; hits: string[] } {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  const inFiles = files.filter((file) => holds(readFileSync(file), issued)).map((file) => relative(dir, file));
  const inWords = holds(Buffer.from(JSON.stringify([log, shell])), issued) ? ['what it said'] : [];
  return { files: files.map((file) => relative(dir, file)), hits: [...inFiles, ...inWords] };
}

/** A loaf on the counter and the payment panel open. */
async function loafToPay(shop: Shop): Promise<void> {
  if (shop.view().sale) return;
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
}

/** Looks at the screen every ms of ours until it fits: a thousand times is too often to wait for the clock. */
async function soon(shop: Shop, fits: (view: TillView) => boolean): Promise<void> {
  while (!fits(shop.view())) await new Promise((resolve) => setTimeout(resolve, 1));
}

const isAt = (shop: Shop, state: string) => soon(shop, (view) => attemptOf(view)?.state === state);

/** Takes a fresh code one of the ways; answers what was read by the scanner. */
const go: Record<Way, (shop: Shop, code: string) => Promise<unknown>> = {
  paid: async (shop, code) => {
    await shop.call('scan', { text: code });
    await soon(shop, ({ done }) => done !== null);
  },
  declined: async (shop, code) => {
    await shop.call('scan', { text: code });
    await isAt(shop, 'declined');
  },
  expired: async (shop, code) => {
    await shop.box.setCable('out');
    await shop.call('scan', { text: code });
    await isAt(shop, 'queued');
    shop.clock.advance(20_000);
    await isAt(shop, 'expired');
    await shop.box.setCable('in');
  },
  'given up': async (shop, code) => {
    await shop.box.setCable('out');
    await shop.call('scan', { text: code });
    await isAt(shop, 'queued');
    expect(await shop.call('chooseTender', { kind: 'cash' })).toMatchObject({ ok: true });
    await shop.box.setCable('in');
  },
  refused: async (shop, code) => {
    await shop.call('newSale');
    await shop.call('back');
    await shop.call('back');
    await shop.call('voidSale');
    expect(await shop.call('scan', { text: code })).toMatchObject({ ok: false });
  },
  'in doubt': async (shop, code) => {
    shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
    await shop.call('scan', { text: code });
    await isAt(shop, 'in-doubt');
    await shop.call('park');
  },
  'never used': async (shop, code) => {
    await shop.call('back');
    await shop.call('back');
    await shop.call('scan', { text: code });
    await shop.call('park');
  },
};

/** How many payments ended in each state; a code that was refused or never used has none. */
function howTheyEnded(shop: Shop): Record<string, number> {
  const rows = peek<{ state: string; n: number }>(shop, 'SELECT state, count(*) AS n FROM attempt GROUP BY state');
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

test('of a thousand codes that were paid with, declined, too old or given up none stands in any file or any word of the till', async () => {
  const shop = await openCounter({ printer: false });
  const issued = new Set<string>();
  const order = Object.entries(ways).flatMap(([way, times]) => Array<Way>(times).fill(way as Way));
  const searched: string[] = [];
  for (const [at, way] of order.entries()) {
    const code = shop.box.issueCode(way === 'declined' ? { balance: tiyin(100) } : {});
    issued.add(code);
    if (way !== order[at - 1]) await shop.pass(500, ({ strip }) => strip.line === 'up');
    await loafToPay(shop);
    await go[way](shop, code);
    if (at % 100 === 0) searched.push(...findCodes(shop, issued).hits);
  }
  expect([issued.size, searched]).toEqual([1000, []]);
  const running = findCodes(shop, issued);
  await shop.stop();
  const stopped = findCodes(shop, issued);
  expect([running.hits, stopped.hits]).toEqual([[], []]);
  expect(running.files).toEqual(expect.arrayContaining(['till/kassa.db', 'till/kassa.db-wal', 'till/kassa.db-shm']));
  expect(howTheyEnded(shop)).toEqual({ paid: 100, declined: 150, expired: 300, abandoned: 200, 'in-doubt': 20 });
}, 240_000);

test('a code that stood somewhere would be found', async () => {
  const shop = await openCounter({ printer: false });
  const code = shop.box.issueCode();
  writeFileSync(join(shop.folder, 'utf8'), `x${code}y`);
  writeFileSync(join(shop.folder, 'utf16'), Buffer.from(`x${code}y`, 'utf16le'));
  shop.log.push(code);
  expect(findCodes(shop, new Set([code])).hits.toSorted()).toEqual(['till/utf16', 'till/utf8', 'what it said']);
});
