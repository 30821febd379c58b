import { addUp } from './money.ts';
import { makeReceipt } from './receipt.ts';
import type { Receipt, ReceiptFrame, ReceiptLine } from './receipt.ts';
import { worth } from './refund.ts';
import type { RefundLine } from './refund.ts';
import type { Line } from './sale.ts';
import type { Tender } from './tender.ts';

/** The slip of a refund: of the lines that were sold only those given back, with the sums that were handed out to them. */
export function makeRefundSlip(
  frame: ReceiptFrame,
  sold: readonly Line[],
  given: readonly RefundLine[],
  tenders: readonly Tender[],
): Receipt {
  const back = given.flatMap((part) => sold.filter(({ id }) => id === part.lineId).map((line) => ({ line, part })));
  const asSold = makeReceipt(
    frame,
    back.map(({ line }) => line),
    tenders,
  );
  return {
    ...asSold,
    lines: asSold.lines.map((line, at) => withSums(line, given[at])),
    total: worth(given),
    discount: addUp(given.map(({ discount }) => discount)),
    vat: addUp(given.map(({ vat }) => vat)),
  };
}

function withSums(line: ReceiptLine, part: RefundLine | undefined): ReceiptLine {
  if (!part) return line;
  const { quantity, discount, amount, vat } = part;
  return { ...line, quantity, discount, total: amount, vat };
}
