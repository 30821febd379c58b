import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onePiece, tiyin } from '../../main/domain/money.ts';
import { insertAttempt, moveAttempt } from '../../main/store/attempt-moves.ts';
import { openDatabase } from '../../main/store/database.ts';
import type { Db } from '../../main/store/database.ts';
import { insertLine } from '../../main/store/lines.ts';
import { owe } from '../../main/store/outbox.ts';
import { insertSale, setParked, setSaleState, setSaleTotal } from '../../main/store/sales.ts';
import { openShiftRow } from '../../main/store/shifts.ts';
import { atomically } from '../../main/store/statement.ts';
import type { Payme } from '../../main/training/payme/server.ts';
import { bread } from './street.ts';

const price = tiyin(400_000);

/** Sums that went through Payme while nothing came back, `everyMs` apart, the last one just now. */
export type Flood = { count: number; everyMs: number };

/**
 * Leaves `count` sales of one bread each in the data of a register that is not running: all paid for at Payme, their answers
 * lost, put aside, owed a question. Gives what Payme calls them.
 */
export function leaveInDoubt(dataDir: string, payme: Payme, { count, everyMs }: Flood): string[] {
  const opened = openDatabase(join(dataDir, 'till', 'kassa.db'));
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db } = opened;
  try {
    const newest = Date.now();
    const times = Array.from({ length: count }, (_, n) => newest - (count - n) * everyMs);
    return atomically(db, () => times.map((at) => leaveOne(db, payme, at)));
  } finally {
    db.close();
  }
}

function leaveOne(db: Db, payme: Payme, at: number): string {
  const [saleId, id] = [randomUUID(), randomUUID()];
  sellBread(db, saleId, at);
  const paymentId = chargeAt(payme, id);
  const money = { saleId, kind: 'payme-go', provider: 'subscribe', amount: price, currency: 'UZS' } as const;
  const code = { codeCipher: Buffer.from('cipher'), codeHash: randomUUID(), codeExpiresAt: at + 60_000 };
  insertAttempt(db, { id, ...money, ...code, createdAt: at });
  moveAttempt(db, id, 'sending', { at, providerPaymentId: paymentId });
  moveAttempt(db, id, 'in-doubt', { at: at + 10, reason: 'timeout' });
  owe(db, 'ask', 'ask', id, at);
  return paymentId;
}

function sellBread(db: Db, saleId: string, at: number): void {
  const shift = openShiftRow(db);
  if (!shift) throw new Error('no shift is open');
  const businessDate = new Date(at).toISOString().slice(0, 10);
  insertSale(db, {
    id: saleId,
    shiftId: shift.id,
    staffId: shift.openedBy,
    currency: 'UZS',
    openedAt: at,
    businessDate,
  });
  insertLine(db, saleId, { ...breadLine, id: randomUUID() });
  setSaleTotal(db, saleId, price);
  setSaleState(db, saleId, 'tendering');
  setParked(db, saleId, 1);
}

const breadLine = {
  code: bread,
  name: 'Non “Toshkent” obi',
  unit: 'dona',
  unitCode: null,
  ikpu: '01905001001000000',
  packageCode: '1500001',
  vatPercent: 12,
  price,
  quantity: onePiece,
  discount: tiyin(0),
  weighed: false,
  minAge: null,
  cashlessOnly: false,
} as const;

/** The customer's money is taken; the register never hears of it. */
function chargeAt({ wallet }: Payme, attemptId: string): string {
  const account = { kkm_id: '00000011', device_id: '00000011', document: attemptId };
  const { id } = wallet.create({ amount: price, account });
  wallet.pay(id, wallet.issueCode());
  return id;
}
