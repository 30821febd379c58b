import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCodes } from '../../scripts/read-code.ts';
import { openShift, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { openTenders } from './shop.ts';
import { makeFolder, openStreet } from './street.ts';

/** A Payme sale out of the virtual scanner. */
async function sellInTraining(register: Register): Promise<void> {
  await register.id('training-scan-goods').click();
  await register.id('cart-line').first().waitFor();
  await openTenders(register);
  await register.press('F3');
  await register.shows('payment-state', 'state', 'waiting-code');
  await register.id('training-scan-wallet').click();
  await register.shows('done-tender', 'kind', 'payme-go');
  await register.shows('confirm-state', 'state', 'done');
  await register.shows('print-state', 'state', 'printed');
}

test('whoever starts with training sells a first sale without any device and sees its paper', async () => {
  const register = await startRegister({ dataDir: join(makeFolder(), 'data'), provisionFile: '' }, ['--no-kiosk']);
  await register.id('start-training').click();
  await openShift(register);
  expect(await register.id('training-band').isVisible()).toBe(true);
  await sellInTraining(register);
  const url = await register.id('receipt-preview').getAttribute('data-url');
  expect(await register.id('receipt-preview').getAttribute('alt')).toContain('OʻQUV REJIMI');
  const paper = await register.id('training-paper-image').getAttribute('src');
  expect(await readCodes(Buffer.from(paper?.split(',')[1] ?? '', 'base64'))).toEqual([url]);
});

test('training says so on the screen in every language', async () => {
  const register = await startRegister({ dataDir: join(makeFolder(), 'data'), provisionFile: '' }, [
    '--no-kiosk',
    '--training',
  ]);
  const words = { en: 'TRAINING', ru: 'УЧЕБНЫЙ РЕЖИМ', 'uz-Cyrl': 'ЎҚУВ РЕЖИМИ', uz: 'OʻQUV REJIMI' };
  for (const [language, word] of Object.entries(words)) {
    await register.id('language').click();
    await register.id(`choose-${language}`).click();
    await register.page.locator(`html[lang="${language}"]`).waitFor();
    expect(await register.id('training-band').textContent()).toContain(word);
    expect(await register.page.locator('header').first().innerText()).toContain(word);
  }
});

test('a payment in training reaches neither the shop’s box nor its printer, nor any other machine', async () => {
  const street = await openStreet();
  const shop = await startRegister(street);
  await shop.id('staff').first().waitFor();
  await shop.close();
  const [calls, papers] = [street.box.ledger.requests.length, street.printer.jobs.length];
  const training = await startRegister(street, ['--no-kiosk', '--training', `--provision=${street.provisionFile}`]);
  await openShift(training);
  await sellInTraining(training);
  const till = await tillPid(training);
  expect(farEnds(till).filter((address) => !isLoopback(address))).toEqual([]);
  expect(street.box.ledger.requests).toHaveLength(calls);
  expect(street.printer.jobs).toHaveLength(papers);
});

async function tillPid({ app }: Register): Promise<number> {
  const pid = await app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'kassa-till')?.pid,
  );
  return pid ?? 0;
}

/** The far ends of all connections of a process, as Linux writes them: hexadecimal address and port. */
function farEnds(pid: number): string[] {
  const sockets = new Set(readdirSync(`/proc/${pid}/fd`).flatMap((fd) => socketBehind(`/proc/${pid}/fd/${fd}`)));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => sockets.has(cells[9] ?? ''))
      .map((cells) => cells[2] ?? ''),
  );
}

function socketBehind(link: string): string[] {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.slice(1) ?? [];
  } catch {
    return [];
  }
}

/** 127.0.0.1, the same in IPv6 clothes, or nobody at all (a socket that only listens). */
function isLoopback(address: string): boolean {
  return /^(0100007F|0{24}0100007F|0000000000000000FFFF00000100007F|0{8}|0{32}):/.test(address);
}
