import type { Item } from '../../domain/item.ts';
import { search } from '../../store/catalogue/search.ts';
import { saleOfReceipt } from '../../store/fiscal-documents.ts';
import { pastSaleById, pastSaleByNumber, pastSalesOf, pastSalesWith } from '../../store/past-sales.ts';
import type { SoldGoods } from '../../store/past-sales.ts';
import type { PastSale, Result } from '../../../preload/api.ts';
import { ok } from '../context.ts';
import type { Counter, Till } from '../context.ts';

/** As many sales as a list shows at once; more are asked for with `before`. */
const page = 50;

/** As many goods as one word may mean. */
const mostGoods = 30;

/** The longest text that can be the number of a sale; more digits are a code of goods. */
const longestNumber = 7;

/**
 * Completed sales, newest first, 50 at most: all of them, or those `text` names: the number on the receipt, the address in the QR of
 * a fiscal receipt (of the sale or of a refund of it), or goods by words or code. `before` (ms): only those completed earlier.
 */
export function pastSales(
  { till }: Counter,
  arg: { text?: string | undefined; before?: number | undefined },
): Result<PastSale[]> {
  const text = arg.text?.trim() ?? '';
  const before = arg.before ?? Number.MAX_SAFE_INTEGER;
  if (text === '') return ok(pastSalesOf(till.db, before, page));
  if (/^https?:/i.test(text)) return ok(one(pastSaleById(till.db, saleBehind(till.db, text) ?? '')));
  if (/^\d+$/.test(text) && text.length <= longestNumber) return ok(one(pastSaleByNumber(till.db, Number(text))));
  return ok(pastSalesWith(till.db, search(till.db, text, mostGoods).flatMap(codesOf), before, page));
}

/** Goods without a code of their own are told apart by their name. */
function codesOf({ codes, name }: Item): SoldGoods[] {
  return codes.length === 0 ? [{ code: '', name }] : codes.map((code) => ({ code, name: null }));
}

function one(sale: PastSale | undefined): PastSale[] {
  return sale ? [sale] : [];
}

/** A receipt's address names the fiscal module (`t`) and the number it gave (`r`); a scanner may have changed the rest of it. */
function saleBehind(db: Till['db'], url: string): string | undefined {
  const [, terminalId] = /[?&]t=([A-Z0-9]+)/i.exec(url) ?? [];
  const [, receiptSeq] = /[?&]r=(\d+)/i.exec(url) ?? [];
  return terminalId && receiptSeq ? saleOfReceipt(db, terminalId.toUpperCase(), receiptSeq) : undefined;
}
