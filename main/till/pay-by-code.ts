import { codeIsTaken, liveAttempt } from '../store/attempts.ts';
import { writeDesk } from '../store/desk.ts';
import { setSaleStaff } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { atomically } from '../store/statement.ts';
import type { Result } from '../../preload/api.ts';
import { writeAttempt } from './attempts.ts';
import { codeLifetime } from './code-lifetime.ts';
import { inBackground, ok, play, refuse } from './context.ts';
import type { Counter } from './context.ts';
import { dueOf, tenderFault } from './pay.ts';
import { sendCode } from './send-code.ts';

/**
 * Charges a customer's code for a sale. Killed between any two lines, this is what stands:
 * before the attempt's commit, nothing at all; after it (`queued`), nothing has been sent and the code rests
 * encrypted; after the `sending` commit the code is off the disk and a byte may have left, so the next start
 * finds `in-doubt`; the answer and the completed sale are one commit, so there is no paid attempt without its sale.
 */
export function chargeCode(counter: Counter, sale: SaleRow, code: string): Result<null> {
  const { till, equipment, staff } = counter;
  const provider = equipment.payme;
  const fault = tenderFault(till, equipment, sale, 'payme-go');
  if (fault || !provider) return refuse(till, fault ?? 'tender-not-configured', { kind: 'payme-go' });
  if (liveAttempt(till.db, sale.id)) return refuse(till, 'code-not-needed');
  const codeHash = till.vault.hash(code);
  if (codeIsTaken(till.db, codeHash)) return refuse(till, 'code-used-before');
  const id = till.world.newId();
  const createdAt = till.world.now();
  const codeExpiresAt = till.world.steady() + codeLifetime(equipment);
  const money = { saleId: sale.id, amount: dueOf(till, sale), currency: sale.currency };
  atomically(till.db, () => {
    setSaleStaff(till.db, sale.id, staff.id);
    writeDesk(till.db, { paymentStep: 'payme-go' });
    const codeCipher = till.vault.lock(code, id);
    writeAttempt(till, {
      id,
      ...money,
      kind: 'payme-go',
      provider: provider.name,
      codeCipher,
      codeHash,
      codeExpiresAt,
      createdAt,
    });
  });
  till.memo.message = null;
  play(till, 'wallet');
  inBackground(till, 'send-code', sendCode(till, equipment, id, code));
  return ok(null);
}
