import { withBooks } from '../books.ts';
import { serveAll } from '../cashier.ts';
import type { Customer } from '../customers.ts';
import { found } from '../judge/findings.ts';
import type { Finding } from '../judge/findings.ts';
import { playScene } from '../scene.ts';
import type { RunResult, RunSettings, Scenario, Scene } from '../scene.ts';
import { goods } from '../shop.ts';
import { lostAnswers } from '../weather.ts';

/** How fast this world goes at least: one document waits for minutes in all, and nobody at the counter waits for it. */
const pace = 400;

/** How often (ms of the world) the queue is looked at, and how long (ms of the world, for each sale) it may take to be worked off. */
const lookEvery = 20_000;
const longestSale = 600_000;

/**
 * `sales` cash sales over lines that swallow 30 % of all answers and delay 20 % by a minute; the weather lasts until every document
 * has arrived. The box compares no key of ours, so its book would show each double.
 */
export function rushOf(sales: number): (settings: RunSettings) => Promise<RunResult> {
  return (settings) =>
    playScene(
      { ...settings, speed: Math.max(pace, settings.speed) },
      {
        play: async (scene) => {
          scene.around.line.setWeather(lostAnswers(scene.chance.fork('weather')));
          await serveAll(
            scene,
            Array.from({ length: sales }, (_, at) => buyer(at)),
          );
          return workedOff(scene, sales);
        },
        after: ({ sales: rows }) => {
          const completed = rows.filter(({ state }) => state === 'completed').length;
          return completed === sales ? [] : [found('lost-sale', `${completed} sales were completed, not ${sales}`)];
        },
      },
    );
}

/** The hundred runs of a full campaign make ten thousand sales. */
export const rush: Scenario = {
  name: 'rush',
  about: 'a hundred sales in a row while three answers of ten are swallowed and two come a minute late',
  share: 0.1,
  run: rushOf(100),
};

/** One piece in cash: what is proven is how records travel, and many of them must be affordable. */
function buyer(at: number): Customer {
  const { code } = goods[at % goods.length] ?? goods[0];
  return { wants: [{ code, pieces: 1 }], way: 'cash', inDoubt: 'wait', comesBackLater: false, scansEarly: false };
}

/** Waits, under the same weather, until the till has nothing more to tell the box by itself. */
async function workedOff({ around }: Scene, sales: number): Promise<Finding[]> {
  const { clock, database } = around;
  for (const until = clock.now() + sales * longestSale; clock.now() < until; await clock.wait(lookEvery))
    if (waiting(database) === 0) return [];
  return [found('not-settled', `${waiting(database)} of ${sales} documents did not arrive while answers were lost`)];
}

function waiting(database: string): number {
  const sql = `SELECT count(*) FROM outbox WHERE lane = 'fiscal' AND state = 'waiting'`;
  return withBooks(database, (db) => db.prepare<[], number>(sql).pluck().get()) ?? 0;
}
