import { serve } from '../cashier.ts';
import { drawCustomers } from '../customers.ts';
import type { Books } from '../books.ts';
import { withBooks } from '../books.ts';
import { found } from '../judge/findings.ts';
import type { Finding } from '../judge/findings.ts';
import { bookOf } from '../judge/provider-book.ts';
import { playScene } from '../scene.ts';
import type { RunResult, RunSettings, Scenario, Scene } from '../scene.ts';
import { isCharge } from '../weather.ts';

/** How late (ms of the world) the money is taken (T3). */
const late = 90_000;

/** Longer (ms of the world) than the charge, a question after it and the way back need together. */
const longest = 240_000;

/**
 * The money is taken a minute and a half late, when the customer has long paid in cash. It goes back by itself, the cash
 * stays, one receipt is registered. Two ways to be late: the request itself is on its way so long and FBOX's cashbox has it
 * then, or Payme works so long and will not cancel what nobody has paid yet.
 */
export const lateCharge: Scenario = {
  name: 'late-charge',
  about: 'the money is taken 90 s late, after the customer paid in cash: it goes back by itself',
  share: 0.03,
  run: (settings) => (settings.seed % 2 === 0 ? lateThere(settings) : lateOnTheWay(settings)),
};

function lateThere(settings: RunSettings): Promise<RunResult> {
  return playScene(settings, {
    way: 'subscribe',
    payme: { cancelsUnpaid: false },
    play: (scene) => {
      scene.around.payme.script([{ on: 'receipts.pay', fault: { kind: 'charge-late', ms: late } }]);
      return payInCashMeanwhile(scene);
    },
    after: wentBack,
  });
}

function lateOnTheWay(settings: RunSettings): Promise<RunResult> {
  return playScene(settings, {
    way: 'fbox-and-cashbox',
    play: (scene) => {
      scene.around.boxLine.setWeather((call) =>
        isCharge(call) ? { kind: 'request-late', ms: late } : { kind: 'none' },
      );
      return payInCashMeanwhile(scene);
    },
    after: wentBack,
  });
}

async function payInCashMeanwhile(scene: Scene): Promise<Finding[]> {
  const { around, chance } = scene;
  const [drawn] = drawCustomers(chance, { customers: 1, payme: 1, comesBackLater: 0 });
  if (!drawn) return [];
  const customer = { ...drawn, inDoubt: 'cancel', way: 'payme' } as const;
  const end = await serve(scene, { customer, saleId: undefined, codesLeft: 1, putAside: false });
  around.struck('charge-late');
  if (end !== 'done') return [found('till-fault', `the cashier could not take cash instead: ${end}`)];
  const early = bookOf(around).taken.length > 0 ? [found('till-fault', 'the charge was not late')] : [];
  const until = around.clock.now() + longest;
  while (statesOf(around.database).join() !== 'returned' && around.clock.now() < until) await around.clock.wait(500);
  const states = statesOf(around.database);
  const wrong =
    end === 'done' && states.join() === 'returned' ? [] : [found('double-charge', `the payment is ${states.join()}`)];
  return [...early, ...wrong];
}

function statesOf(database: string): string[] {
  const sql = 'SELECT state FROM attempt';
  return withBooks(database, (db) => db.prepare<[], string>(sql).pluck().all()) ?? [];
}

function wentBack({ tenders, fiscal }: Books, { around }: Scene): Finding[] {
  const { taken, returns } = bookOf(around);
  const seen = {
    tenders: tenders.map(({ kind }) => kind),
    documents: fiscal.map(({ operation, state }) => `${operation} ${state}`),
    taken: taken.length,
    returned: returns.length,
  };
  const wanted = { tenders: ['cash'], documents: ['sale registered'], taken: 1, returned: 1 };
  const text = JSON.stringify(seen);
  return text === JSON.stringify(wanted) ? [] : [found('double-charge', `after a late charge there is ${text}`)];
}
