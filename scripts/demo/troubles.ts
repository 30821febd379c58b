import type { Stage } from './stage.ts';
import { finished, scanGoods } from './sales.ts';

/** The network is cut before the customer's code is scanned: it waits, and is sent once, by itself, when the line is back. */
export async function deadNetwork(stage: Stage): Promise<void> {
  await practise(stage, 'training-network', 'down');
  await scanGoods(stage, 2);
  await payByCode(stage);
  await stage.until(
    'the code waits for the line',
    ({ strip, message }) => strip.queued.count === 1 && message !== null,
  );
  await stage.picture('no-network-code-waits');
  await practise(stage, 'training-network', 'up');
  const { done } = await finished(stage, 'the sale that waited for the line');
  if (done?.tenders[0]?.kind !== 'payme-go') throw new Error('the code that waited was not charged');
  await stage.picture('network-back-paid');
  await stage.id('new-sale').click();
}

/** The money is taken and the answer lost: the till asks Payme until it knows, and nobody pays twice. */
export async function lostAnswer(stage: Stage): Promise<void> {
  await practise(stage, 'training-next-answer-lost', 'on');
  await scanGoods(stage, 1);
  await payByCode(stage);
  await stage.until('the money is in doubt', ({ strip }) => strip.inDoubt.count === 1);
  await stage.picture('answer-lost-in-doubt');
  await finished(stage, 'the sale whose answer was lost');
  await stage.picture('doubt-resolved-by-asking');
  await stage.id('new-sale').click();
}

async function practise(stage: Stage, card: string, state: string): Promise<void> {
  await stage.id('training-lesson').click();
  await stage.id(card).click();
  await stage.page.locator(`[data-testid="${card}"][data-state="${state}"]`).waitFor();
  await stage.page.keyboard.press('Escape');
  await stage.id('training-faults').waitFor({ state: 'detached' });
}

async function payByCode(stage: Stage): Promise<void> {
  await stage.id('pay').click();
  await stage.id('tender-payme-go').click();
  await stage.id('training-scan-wallet').click();
}
