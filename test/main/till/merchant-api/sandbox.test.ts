import { expect, test } from 'vitest';
import { runSandbox } from '../../../../main/training/payme-caller/sandbox.ts';
import type { SandboxResult } from '../../../../main/training/payme-caller/stage.ts';
import { due, openListening, showLink, standing } from '../listener/shop.ts';
import { merchantApi } from '../other-side.ts';
import { listenerPort } from '../checkout/street.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

/** Payme's whole sandbox against a till; every scenario has a customer of its own at the counter. */
async function play(shop: Shop, cancelAfterPerform: 'allowed' | 'refused'): Promise<SandboxResult[]> {
  let made = 0;
  return runSandbox({
    merchant: { url: `http://127.0.0.1:${await listenerPort(shop)}/payme`, ...merchantApi },
    now: shop.clock.now,
    newId: () => (made += 1).toString(16).padStart(24, '0'),
    pass: (ms) => shop.clock.advance(ms),
    fresh: async () => {
      if (shop.view().sale) await shop.call('park');
      const order_id = await showLink(shop);
      return { account: { order_id }, amount: due };
    },
    cancelAfterPerform,
  });
}

test.each(['allowed', 'refused'] as const)(
  'the till passes Payme’s whole sandbox, giving back what was sold being %s',
  async (cancelAfterPerform) => {
    const cancelAfterSale = cancelAfterPerform === 'allowed' ? 'accept' : 'refuse';
    const shop = await openListening({ listener: { merchantApi: { ...merchantApi, cancelAfterSale } } });
    const results = await play(shop, cancelAfterPerform);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(results.length).toBeGreaterThan(60);
    const performed = peek(shop, `SELECT id FROM payme_transaction WHERE perform_time > 0`).length;
    const sold = standing(shop).sales.filter((sale) => (sale as { state: string }).state === 'completed');
    expect(sold).toHaveLength(performed);
    expect(peek(shop, `SELECT attempt_id FROM tender GROUP BY attempt_id HAVING count(*) > 1`)).toEqual([]);
  },
);
