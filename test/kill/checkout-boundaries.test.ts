import { expect, test } from 'vitest';
import type { CheckoutKind } from '../../main/domain/tender.ts';
import { serve } from '../../scripts/torture/cashier.ts';
import type { Customer } from '../../scripts/torture/customers.ts';
import type { DieOrder } from '../../scripts/torture/hook/orders.ts';
import { playScene } from '../../scripts/torture/scene.ts';
import type { Scene } from '../../scripts/torture/scene.ts';
import { atThePaymentPanel, forEach, sell, settings } from './rung-up.ts';

/** A QR that is paid at once, and one the cashier gives up after a while, when the customer pays it all the same. */
const like = {
  paid: { withQr: 'soon' },
  cancelled: { withQr: 'as-cancelled', inDoubt: 'cancel' },
} as const satisfies Record<string, Partial<Customer>>;

type End = keyof typeof like;

/** What is played for every boundary, in a shop that shows QRs. */
const shop = { way: 'fbox', checkouts: true, settlesAsItStands: true } as const;

/**
 * Writes, from the open payment panel to the completed sale. What comes after it, receipt and paper, is every sale's own and
 * is tortured there.
 */
async function writesOf(kind: CheckoutKind, end: End): Promise<number> {
  let writes = 0;
  await playScene(settings, {
    ...shop,
    play: async (scene: Scene) => {
      const visit = await atThePaymentPanel(scene, kind, like[end]);
      scene.counter.till().order({ die: null });
      await serve(scene, visit);
      writes = (await scene.counter.till().boundaries()).write;
    },
  });
  return writes;
}

/** Kills one till at a boundary, starts the next one, and holds its books against the providers'. Says where it died. */
async function dieAt(kind: CheckoutKind, end: End, die: DieOrder): Promise<string[]> {
  const { findings, kills } = await playScene(settings, {
    ...shop,
    play: async (scene) => {
      const visit = await atThePaymentPanel(scene, kind, like[end]);
      scene.counter.till().order({ die });
      await sell(scene, visit);
    },
  });
  expect({ die, places: kills.places, findings }).toEqual({ die, places: kills.places, findings: [] });
  return kills.places;
}

/** Every `step`th boundary: all of a sale that is paid; the way of a cancelled one is long, and the campaign goes it too. */
test.each([
  ['uzqr', 'paid', 1, 16],
  ['payme-link', 'paid', 1, 20],
  ['flitt', 'cancelled', 4, 6],
] as const)(
  'a till killed before or after a write of a sale by %s (%s) leaves no money that no sale tells of',
  async (kind, end, step, atLeast) => {
    const places: string[] = [];
    const count = Math.ceil((await writesOf(kind, end)) / step);
    await forEach(
      count,
      6,
      async (at) => void places.push(...(await dieAt(kind, end, { of: 'write', after: at * step }))),
    );
    expect(places.length).toBeGreaterThan(atLeast);
  },
);
