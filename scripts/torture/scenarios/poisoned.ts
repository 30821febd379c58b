import { serveAll } from '../cashier.ts';
import { readBooks } from '../books.ts';
import type { FiscalBook, OwedBook } from '../books.ts';
import type { Customer } from '../customers.ts';
import { found } from '../judge/findings.ts';
import type { Finding } from '../judge/findings.ts';
import type { Weather } from '../line/faults.ts';
import { goods } from '../shop.ts';
import { playScene } from '../scene.ts';
import type { RunResult, RunSettings, Scenario, Scene } from '../scene.ts';

/** FBOX's own words for a package code it does not know: final, and about this document only. */
const refusal = {
  data: null,
  error: { code: 402, message: 'Неправильный код упаковки', data: null },
  is_success: false,
};

/** How long (ms of the world) the last document may take. */
const longestWork = 120_000;

/** Sales pile up without the box; a few of their documents are refused, the rest arrive, a person sends the few again. */
export function poisonedOf(sales: number, poisoned: number): (settings: RunSettings) => Promise<RunResult> {
  return (settings) =>
    playScene(settings, {
      play: async (scene) => {
        const bad = draw(scene, sales, poisoned);
        await scene.around.line.setCable('out');
        await serveAll(
          scene,
          Array.from({ length: sales }, (_, at) => buyer(at)),
        );
        scene.around.line.setWeather(refuses(bad));
        await scene.around.line.setCable('in');
        const faults = await afterwards(scene, sales, bad);
        await sendAgain(scene);
        return faults;
      },
    });
}

/** The small form, which every campaign can afford. */
export const poisoned: Scenario = {
  name: 'poisoned',
  about: 'a few documents are refused: the others arrive, the few are parked with their reason and sent again by hand',
  share: 0.01,
  run: poisonedOf(20, 2),
};

/** Five refused documents among five hundred. */
export const poisonedMany: Scenario = { ...poisoned, name: 'poisoned-500', share: 0.001, run: poisonedOf(500, 5) };

function draw({ chance }: Scene, of: number, count: number): Set<number> {
  const numbers = new Set<number>();
  while (numbers.size < count) numbers.add(chance.int(1, of));
  return numbers;
}

function buyer(at: number): Customer {
  const { code } = goods[at % goods.length] ?? goods[0];
  return { wants: [{ code, pieces: 1 }], way: 'cash', inDoubt: 'wait', comesBackLater: false, scansEarly: false };
}

function refuses(numbers: ReadonlySet<number>): Weather {
  return (call, body) => {
    const number = call === 'POST /order/create' ? Number(/"number":(\d+)/.exec(body)?.[1]) : 0;
    return numbers.has(number) ? { kind: 'refused', answer: refusal } : { kind: 'none' };
  };
}

/** Waits until all but the refused documents have arrived, and looks at how those few are parked. */
async function afterwards({ counter, around }: Scene, sales: number, bad: ReadonlySet<number>): Promise<Finding[]> {
  await counter.until(({ strip }) => strip.unsentFiscal.count === bad.size, 6_000_000);
  await untilWorked(around);
  const books = readBooks(around.database);
  const refused = (books?.fiscal ?? []).filter(({ state }) => state !== 'registered');
  const numberOf = (saleId: string): number => books?.sales.find(({ id }) => id === saleId)?.number ?? 0;
  const right = refused.length === bad.size && refused.every((row) => isParked(row) && bad.has(numberOf(row.saleId)));
  return right
    ? []
    : [found('fiscal', `of ${sales} documents ${bad.size} were poisoned; open are ${JSON.stringify(refused)}`)];
}

/** The last document may be on its way still: of as many as were poisoned one is then not parked yet. */
async function untilWorked({ database, clock }: Scene['around']): Promise<void> {
  const waits = (): boolean => readBooks(database)?.owed.some(isOnItsWay) === true;
  for (const until = clock.now() + longestWork; waits() && clock.now() < until;) await clock.wait(500);
}

function isOnItsWay({ lane, state }: OwedBook): boolean {
  return lane === 'fiscal' && state === 'waiting';
}

function isParked({ state, reason }: FiscalBook): boolean {
  return state === 'refused' && (reason ?? '') !== '';
}

async function sendAgain({ counter, around }: Scene): Promise<void> {
  around.line.setWeather(() => ({ kind: 'none' }));
  const open = (readBooks(around.database)?.fiscal ?? []).filter(({ state }) => state !== 'registered');
  for (const { saleId } of open) await counter.call('retryFiscal', { saleId });
}
