import { serveAll } from '../cashier.ts';
import { readBooks } from '../books.ts';
import type { Customer } from '../customers.ts';
import type { Weather } from '../line/faults.ts';
import { goods } from '../shop.ts';
import { playScene } from '../scene.ts';
import type { Scenario } from '../scene.ts';

const refusal = {
  data: null,
  error: { code: 402, message: 'Неправильный код упаковки', data: null },
  is_success: false,
};

/** The first document is refused, the second is lost on its way; the first is sent again by hand while the second is in doubt. */
export const overtaken: Scenario = {
  name: 'overtaken',
  about: 'a refused document is sent again by hand while the answer about a later one is lost',
  share: 0.01,
  run: (settings) =>
    playScene(settings, {
      play: async (scene) => {
        const { counter, around } = scene;
        const tried = new Set<number>();
        const weather: Weather = (call, body) => {
          const number = call === 'POST /order/create' ? Number(/"number":(\d+)/.exec(body)?.[1]) : 0;
          if (number === 1) return { kind: 'refused', answer: refusal };
          if (number !== 2 || tried.has(number)) return { kind: 'none' };
          tried.add(number);
          return { kind: 'request-dropped' };
        };
        around.line.setWeather(weather);
        await serveAll(scene, [buyer(0)]);
        await counter.until(() => state(around.database, 0) === 'refused', 60_000);
        await serveAll(scene, [buyer(1)]);
        for (let looks = 0; looks < 400 && state(around.database, 1) !== 'in-doubt'; looks += 1)
          await around.clock.wait(50);
        around.line.setWeather(() => ({ kind: 'none' }));
        const first = readBooks(around.database)?.sales[0]?.id ?? '';
        await counter.call('retryFiscal', { saleId: first });
      },
    }),
};

function state(database: string, at: number): string | undefined {
  const books = readBooks(database);
  const id = books?.sales[at]?.id;
  return books?.fiscal.find(({ saleId }) => saleId === id)?.state;
}

function buyer(at: number): Customer {
  return {
    wants: [{ code: (goods[at] ?? goods[0]).code, pieces: 1 }],
    way: 'cash',
    inDoubt: 'wait',
    comesBackLater: false,
    scansEarly: false,
  };
}
