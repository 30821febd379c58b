import { randomUUID } from 'node:crypto';
import { onePiece, tiyin } from '../../main/domain/money.ts';
import { insertAttempt, moveAttempt } from '../../main/store/attempt-moves.ts';
import { openDatabase } from '../../main/store/database.ts';
import type { Db } from '../../main/store/database.ts';
import { insertLine } from '../../main/store/lines.ts';
import { owe } from '../../main/store/outbox.ts';
import { insertSale, setParked, setSaleState, setSaleTotal } from '../../main/store/sales.ts';
import { openShiftRow } from '../../main/store/shifts.ts';
import { atomically } from '../../main/store/statement.ts';
import { createCodeVault } from '../../main/till/code-vault.ts';
import { register } from './provision.ts';
import { goods } from './shop.ts';
import type { Surroundings } from './surroundings.ts';
import { codeKey } from './till-process.ts';

const vault = createCodeVault(codeKey);
const minute = 60_000;

/** A payment nobody knows the end of, and whether its money was taken. */
export type Left = { attemptId: string; receiptId: string; paid: boolean };

/**
 * Leaves `count` sales put aside in the database of a till that does not run, each with a payment in doubt through Payme's
 * own API; every second one is paid there. They are between 10 minutes and 3 hours old, so that none would be asked about
 * soon by its age alone. A shift must be open.
 */
export function leaveInDoubt(around: Surroundings, count: number): Left[] {
  const opened = openDatabase(around.database);
  if (!opened.ok) throw new Error(opened.fault.detail);
  try {
    const { db } = opened;
    return atomically(db, () => Array.from({ length: count }, (_, at) => leaveOne(db, around, at, count)));
  } finally {
    opened.db.close();
  }
}

function leaveOne(db: Db, around: Surroundings, at: number, count: number): Left {
  const sentAt = around.clock.now() - 10 * minute - Math.floor(((count - at) / count) * 170 * minute);
  const [saleId, id] = [randomUUID(), randomUUID()];
  const good = goods[at % goods.length] ?? goods[0];
  const amount = tiyin(good.price);
  const code = around.issueCode();
  const account = { kkm_id: register.kkmId, device_id: register.deviceId, document: id };
  const receipt = around.payme.wallet.create({ amount, account });
  const paid = at % 2 === 0;
  if (paid) around.payme.wallet.pay(receipt.id, code);
  putAside(db, saleId, good, sentAt);
  const money = { saleId, kind: 'payme-go', provider: 'subscribe', amount, currency: 'UZS' } as const;
  const secret = { codeCipher: vault.lock(code, id), codeHash: vault.hash(code), codeExpiresAt: sentAt + minute };
  insertAttempt(db, { id, ...money, ...secret, createdAt: sentAt });
  moveAttempt(db, id, 'sending', { at: sentAt, providerPaymentId: receipt.id });
  moveAttempt(db, id, 'in-doubt', { at: sentAt + 5_000, reason: 'timeout' });
  owe(db, 'ask', 'ask', id, sentAt);
  return { attemptId: id, receiptId: receipt.id, paid };
}

function putAside(db: Db, id: string, good: (typeof goods)[number], at: number): void {
  const shift = openShiftRow(db);
  if (!shift) throw new Error('no shift is open');
  const businessDate = new Date(at).toISOString().slice(0, 10);
  insertSale(db, { id, shiftId: shift.id, staffId: shift.openedBy, currency: 'UZS', openedAt: at, businessDate });
  const place = goods.indexOf(good);
  insertLine(db, id, {
    id: randomUUID(),
    code: good.code,
    name: good.name,
    unit: 'dona',
    unitCode: null,
    ikpu: `0190500100100000${place}`,
    packageCode: `150000${place}`,
    vatPercent: 12,
    price: tiyin(good.price),
    quantity: onePiece,
    discount: tiyin(0),
    weighed: false,
    minAge: null,
    cashlessOnly: false,
  });
  setSaleTotal(db, id, tiyin(good.price));
  setSaleState(db, id, 'tendering');
  setParked(db, id, 1);
}
