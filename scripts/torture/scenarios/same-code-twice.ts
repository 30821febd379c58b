import { serve } from '../cashier.ts';
import type { Visit } from '../cashier.ts';
import { drawCustomers } from '../customers.ts';
import { playScene } from '../scene.ts';
import type { Scenario, Scene } from '../scene.ts';
import { badAnswers } from '../weather.ts';

/** Two scanners read one phone within a second, and a customer shows a screenshot of a code that was used before. */
export const sameCodeTwice: Scenario = {
  name: 'same-code-twice',
  about: 'one code is read by two scanners at once, and again for the next sale',
  share: 0.05,
  run: (settings) =>
    playScene(settings, {
      play: async (scene) => {
        if (scene.chance.of(0.5)) scene.around.line.setWeather(badAnswers(scene.chance.fork('weather')));
        const customers = drawCustomers(scene.chance, { customers: 3, payme: 1, comesBackLater: 0 });
        let used: string | undefined;
        for (const customer of customers) {
          const visit = { customer, saleId: undefined, codesLeft: 1, putAside: false };
          used = await scanTwice(scene, visit, used);
          await serve(scene, visit);
        }
      },
    }),
};

/** Rings the goods up, then reads an old code once and a fresh one twice; answers the fresh one. */
async function scanTwice(scene: Scene, visit: Visit, used: string | undefined): Promise<string> {
  const { counter, around, diary } = scene;
  const code = around.issueCode();
  visit.onPayment = async (saleId) => {
    if (used !== undefined) {
      await counter.call('scan', { text: used });
      around.struck('same-code');
    }
    diary.scanned.push({ code, saleId });
    await Promise.all([counter.call('scan', { text: code }), counter.call('scan', { text: code })]);
    around.struck('same-code');
  };
  return code;
}
