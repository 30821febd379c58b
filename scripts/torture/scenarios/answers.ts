import { serveAll } from '../cashier.ts';
import { drawCustomers } from '../customers.ts';
import { playScene } from '../scene.ts';
import type { Scenario } from '../scene.ts';
import { badAnswers, oddAnswers } from '../weather.ts';

/** Answers swallowed (30 %), delayed past every time-out (20 %), and one in ten spoilt in another way. */
export const answers: Scenario = {
  name: 'answers',
  about: 'three answers of ten are swallowed, two come after every time-out, one is spoilt',
  share: 0.15,
  run: (settings) =>
    playScene(settings, {
      play: async (scene) => {
        scene.around.line.setWeather(badAnswers(scene.chance.fork('weather')));
        await serveAll(scene, drawCustomers(scene.chance, { customers: 3, payme: 0.7, comesBackLater: 0.2 }));
      },
    }),
};

/** Rarer faults on every second call: error pages, garbage, half requests, slow bytes, answers twice or of another call. */
export const oddities: Scenario = {
  name: 'odd-answers',
  about:
    'every second call meets an error page, garbage, a broken line, slow bytes, an answer twice or of another call',
  share: 0.1,
  run: (settings) =>
    playScene(settings, {
      play: async (scene) => {
        scene.around.line.setWeather(oddAnswers(scene.chance.fork('weather'), 0.5));
        await serveAll(scene, drawCustomers(scene.chance, { customers: 3, payme: 0.7, comesBackLater: 0.2 }));
      },
    }),
};
