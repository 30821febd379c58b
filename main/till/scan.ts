import { assertNever } from '../domain/assert-never.ts';
import { multiply, onePiece, thousandths } from '../domain/money.ts';
import { classify, defaultScanRules } from '../domain/scan-code.ts';
import type { Scan, ScannedCode, ScanRules } from '../domain/scan-code.ts';
import { commonWeighedTemplates } from '../domain/weighed-label.ts';
import { liveAttempt } from '../store/attempts.ts';
import { findByCode, findByPlu } from '../store/catalogue/find.ts';
import { linesOf } from '../store/lines.ts';
import { currentSale } from '../store/sales.ts';
import { openShiftRow } from '../store/shifts.ts';
import type { Result } from '../../preload/api.ts';
import { play, refuse } from './context.ts';
import type { Counter, Till } from './context.ts';
import { codeLifetime } from './code-lifetime.ts';
import { chargeCode } from './pay-by-code.ts';
import { heldCode, startPayment, tenderingSale } from './pay.ts';
import { addItem } from './sell.ts';
import { signedIn } from './sign-in.ts';
import type { TillSettings } from './settings.ts';

/**
 * The one route of every scan, from whichever scanner or the keyboard: what it is decides the type alone,
 * where it goes decides the state of the counter. A code is never typed into a field.
 */
export function scan(till: Till, what: Scan): Result<null> {
  const staff = signedIn(till);
  const { equipment } = till;
  if (!staff || !equipment) return refuse(till, 'not-signed-in');
  if (!openShiftRow(till.db)) return refuse(till, 'no-shift');
  const counter: Counter = { till, equipment, staff };
  const scanned = classify(what, scanRules(equipment.settings));
  return scanned.kind === 'wallet' ? scanWallet(counter, scanned.code) : scanGoods(counter, scanned);
}

function scanRules({ paymeGo }: TillSettings): ScanRules {
  const weighed = commonWeighedTemplates;
  if (!paymeGo) return { ...defaultScanRules, weighed };
  return { walletPrefixes: paymeGo.codePrefixes, walletLengths: paymeGo.codeLengths, weighed };
}

function scanWallet(counter: Counter, code: string): Result<null> {
  const { till, equipment } = counter;
  const sale = currentSale(till.db);
  if (!sale || linesOf(till.db, sale.id).length === 0) return refuse(till, 'code-is-wallet');
  if (liveAttempt(till.db, sale.id)) return refuse(till, 'code-not-needed');
  if (sale.state === 'tendering' && !heldCode(till, sale.id)) return chargeCode(counter, sale, code);
  hold(till, sale.id, code, codeLifetime(equipment));
  play(till, 'wallet');
  return startPayment(counter);
}

/** Keeps a code in memory for its lifetime (ms), and forgets it then. */
function hold(till: Till, saleId: string, code: string, lifetime: number): void {
  const scannedAt = till.world.steady();
  const held = { saleId, code, scannedAt, expiresAt: scannedAt + lifetime };
  till.memo.heldCode = held;
  till.world.timers.after(lifetime, () => {
    if (till.memo.heldCode === held) till.memo.heldCode = null;
    till.changed();
  });
}

/** Charges the code that was scanned before "pay", once the cashier has said yes. */
export function confirmWallet(counter: Counter): Result<null> {
  const { till } = counter;
  const sale = tenderingSale(till);
  const held = sale && heldCode(till, sale.id);
  if (sale && liveAttempt(till.db, sale.id)) return refuse(till, 'attempt-live');
  till.memo.heldCode = null;
  if (!held) return refuse(till, 'payment-expired');
  return chargeCode(counter, sale, held.code);
}

function scanGoods(counter: Counter, scanned: Exclude<ScannedCode, { kind: 'wallet' }>): Result<null> {
  const { till } = counter;
  if (tenderingSale(till))
    return refuse(till, scanned.kind === 'unknown' ? 'code-unknown' : 'code-is-goods', { code: shown(scanned) });
  switch (scanned.kind) {
    case 'goods':
    case 'marked':
      return addByCode(counter, scanned.code, shown(scanned));
    case 'weighed':
      return addWeighed(counter, scanned);
    case 'unknown':
      return refuse(till, scanned.reason === 'check-digit' ? 'code-check-digit' : 'code-unknown', {
        code: shown(scanned),
      });
    default:
      return assertNever(scanned);
  }
}

function addByCode(counter: Counter, code: string, asScanned: string): Result<null> {
  const item = findByCode(counter.till.db, code);
  if (!item) return refuse(counter.till, 'code-unknown', { code: asScanned });
  return addItem(counter, item);
}

/** A scale's label: the PLU names the goods; the label carries the weight, the count, or the price it came to. */
function addWeighed(counter: Counter, label: Extract<ScannedCode, { kind: 'weighed' }>): Result<null> {
  const item = findByPlu(counter.till.db, label.plu);
  if (!item) return addByCode(counter, label.code, label.raw);
  if (label.value.of !== 'price') return addItem(counter, item, label.value.quantity);
  const { amount } = label.value;
  const quantity = thousandths(Math.round((amount * onePiece) / item.price));
  const explains = multiply(item.price, quantity) === amount;
  return explains ? addItem(counter, item, quantity) : refuse(counter.till, 'code-unknown', { code: label.raw });
}

/** What may be shown of a scan: enough to find the mistake, never a whole long code that may be a credential. */
function shown(scanned: { raw: string }): string {
  const text = scanned.raw.replaceAll(/\p{Cc}/gu, ' ');
  return text.length <= 14 ? text : `${text.slice(0, 6)}…${text.slice(-3)}`;
}
