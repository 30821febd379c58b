import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { collect } from './later.ts';
import { openShift, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { openTenders } from './shop.ts';
import { makeFolder } from './street.ts';

const { after, undoAll } = collect();
let training: Register;

beforeAll(async () => {
  const dataDir = join(makeFolder(after), 'data');
  training = await startRegister({ dataDir, provisionFile: '' }, ['--no-kiosk', '--training'], after);
  await openShift(training);
  return undoAll;
});

/** Opens the lesson with its key and presses a card until it says what it should. */
async function practise({ press, id, shows }: Register, card: string, state: string): Promise<void> {
  await press('Shift+F11');
  await id(card).click();
  await shows(card, 'state', state);
  await press('Escape');
  await id('training-faults').waitFor({ state: 'detached' });
}

/** A pretended customer buys something and holds up a code. */
async function customerPays(register: Register): Promise<void> {
  await register.id('training-scan-goods').click();
  await register.id('cart-line').first().waitFor();
  await openTenders(register);
  await register.press('F3');
  await register.shows('payment-state', 'state', 'waiting-code');
  await register.id('training-scan-wallet').click();
}

async function showsSaleWithPaper({ shows, press, id, page }: Register, kind: 'cash' | 'payme-go'): Promise<void> {
  await shows('done-tender', 'kind', kind);
  await shows('print-state', 'state', 'printed');
  await id('new-sale').and(page.locator(':enabled')).waitFor();
  await press('Enter');
  await id('pay').waitFor();
}

test('a trainee cuts the network: the code waits and counts down, and is charged by itself when it is back', async () => {
  const { id, shows } = training;
  await practise(training, 'training-network', 'down');
  await customerPays(training);
  await shows('payment-state', 'state', 'queued');
  await shows('queue-count', 'count', 1);
  await shows('line-status', 'state', 'down');
  await id('countdown').waitFor();
  await practise(training, 'training-network', 'up');
  await showsSaleWithPaper(training, 'payme-go');
  await shows('queue-count', 'count', 0);
  await shows('line-status', 'state', 'up');
});

test('a trainee loses an answer: the till asks and finds the payment', async () => {
  await practise(training, 'training-next-answer-lost', 'on');
  await customerPays(training);
  await showsSaleWithPaper(training, 'payme-go');
  await training.shows('in-doubt-count', 'count', 0);
});

test('a trainee meets a customer who is turned down, and takes the next code', async () => {
  const { shows, press, id } = training;
  await practise(training, 'training-next-declined', 'on');
  await customerPays(training);
  await shows('payment-state', 'state', 'declined');
  await press('Enter');
  await shows('payment-state', 'state', 'waiting-code');
  await id('training-scan-wallet').click();
  await showsSaleWithPaper(training, 'payme-go');
});

test('a trainee takes a late payment back after 15 s and is paid in cash, while the strip watches the money', async () => {
  const { press, id, shows, page } = training;
  await practise(training, 'training-next-charged-late', 'on');
  await customerPays(training);
  await shows('payment-state', 'state', 'sending');
  await id('cancel-attempt').and(page.locator(':enabled')).waitFor({ timeout: 20_000 });
  await press('F4');
  await id('cancel-confirm').click();
  await shows('payment-state', 'state', 'cancelling');
  await press('F1');
  await id('finish').click();
  await showsSaleWithPaper(training, 'cash');
  await shows('in-doubt-count', 'count', 1);
  expect(await id('training-lesson').getAttribute('data-count')).toBe('0');
  await press('F11');
  await shows('open-item', 'kind', 'cancelling');
});
