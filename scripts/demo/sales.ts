import type { TillView } from '../../preload/api.ts';
import { readCodes } from '../read-code.ts';
import type { Stage } from './stage.ts';

/** Goods and the customer's code come through the virtual scanner; the fiscal QR on the paper must be the box's own URL. */
export async function paymeSale(stage: Stage): Promise<void> {
  await scanGoods(stage, 5);
  await stage.picture('goods-scanned');
  await stage.id('pay').click();
  await stage.id('tender-payme-go').waitFor();
  await stage.picture('choose-tender');
  await stage.id('tender-payme-go').click();
  await stage.id('payment-state').waitFor();
  await stage.picture('scan-the-customers-code');
  await stage.id('training-scan-wallet').click();
  const { done, training } = await finished(stage, 'the Payme sale');
  await stage.id('receipt-preview').waitFor();
  await stage.picture('paid-with-payme');
  await keepReceipt(stage, 'receipt.png', training?.paper?.png, done?.fiscal.url);
  await stage.id('new-sale').click();
}

/** Cash by the note button: change on the screen, drawer opened, receipt printed. */
export async function cashSale(stage: Stage): Promise<void> {
  await scanGoods(stage, 3);
  await stage.id('pay').click();
  await stage.id('tender-cash').click();
  await stage.id('note').first().click();
  await stage.picture('cash-given');
  await stage.id('finish').click();
  const { done, training } = await finished(stage, 'the cash sale');
  if (!done || done.change <= 0) throw new Error('the customer got no change');
  if (training?.drawerOpenings !== 1) throw new Error(`the drawer opened ${training?.drawerOpenings} times`);
  await stage.id('receipt-preview').waitFor();
  await stage.picture('paid-cash');
  await keepReceipt(stage, 'receipt-cash.png', training.paper?.png, done.fiscal.url);
  await stage.id('new-sale').click();
}

/** A customer without a code: the QR on the screen is read as a phone reads it, and paid on the page behind it. */
export async function qrSale(stage: Stage): Promise<void> {
  await scanGoods(stage, 3);
  await stage.id('pay').click();
  await stage.id('tender-uzqr').click();
  await stage.id('checkout-qr').waitFor();
  await stage.picture('checkout-qr');
  const { payment, training } = await stage.until(
    'the QR stands',
    (view) => view.payment?.attempt?.state === 'sending',
  );
  const read = await readCodes(await stage.page.screenshot());
  if (!read.includes(payment?.attempt?.checkout?.qr ?? ''))
    throw new Error(`the QR on the screen says ${read.join(', ')}`);
  await payOnPage(training?.checkoutPage ?? '');
  const { done, training: after } = await finished(stage, 'the sale by QR');
  if (done?.fiscal.state !== 'registered') throw new Error('the sale by QR has no fiscal receipt');
  await stage.picture('paid-by-qr');
  await keepReceipt(stage, 'receipt-qr.png', after?.paper?.png, done.fiscal.url);
  await stage.id('new-sale').click();
}

/** Presses the first button, "Pay", on the page the customer's phone would open. */
async function payOnPage(url: string): Promise<void> {
  const page = await (await fetch(url)).text();
  const [, action] = /<form method="post" action="([^"]*)"/.exec(page) ?? [];
  if (action === undefined) throw new Error(`nothing to pay at ${url}`);
  await fetch(new URL(action.replaceAll('&amp;', '&'), url), { method: 'POST' });
}

/** Lets the virtual scanner read so many pieces. */
export async function scanGoods(stage: Stage, pieces: number): Promise<void> {
  for (let n = 1; n <= pieces; n++) {
    await stage.id('training-scan-goods').click();
    await stage.until(`${n} pieces on the counter`, ({ sale }) => sale?.quantity === n * 1000);
  }
}

/** Waits until a sale is paid, registered, handed to the wallet and on paper. */
export function finished(stage: Stage, what: string): Promise<TillView> {
  return stage.until(`${what} is printed`, ({ done }) => done?.print.state === 'printed' && done.confirm !== 'waiting');
}

async function keepReceipt(
  stage: Stage,
  name: string,
  png: string | undefined,
  url: string | null | undefined,
): Promise<void> {
  if (!png || !url) throw new Error('there is no paper, or no fiscal receipt');
  const paper = Buffer.from(png.slice(png.indexOf(',') + 1), 'base64');
  await stage.keep(name, paper);
  const read = await readCodes(paper);
  if (read.length !== 1 || read[0] !== url)
    throw new Error(`the QR on paper says ${read.join(', ')}, the box said ${url}`);
}
