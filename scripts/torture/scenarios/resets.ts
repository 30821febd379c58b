import { serve } from '../cashier.ts';
import type { Customer } from '../customers.ts';
import { goods } from '../shop.ts';
import { playScene } from '../scene.ts';
import type { Scenario } from '../scene.ts';
import { isCharge } from '../weather.ts';

/** More bytes than a charge and its answer have; Payme's own answers carry a whole receipt. Requests come first, then answers. */
const requestBytes = 360;
const answerBytes = { fbox: 640, 'fbox-and-cashbox': 640, subscribe: 1140 } as const;
const cutsARun = 10;

/**
 * The connection of every charge is reset after one byte more than the last time. Seeds that follow each other sweep
 * through all bytes of the request and of the answer: a hundred runs see each of them once.
 */
export const resets: Scenario = {
  name: 'resets',
  about: 'the connection is reset after each byte of the request and of the answer',
  share: 0.1,
  run: (settings) =>
    playScene(settings, {
      play: async (scene) => {
        for (let at = 0; at < cutsARun; at += 1) {
          const byte = (settings.seed * cutsARun + at) % (requestBytes + answerBytes[scene.around.way]);
          const fault =
            byte < requestBytes
              ? ({ kind: 'request-cut', after: byte } as const)
              : ({ kind: 'answer-cut', after: byte - requestBytes } as const);
          scene.around.line.setWeather((call) => (isCut(call) ? fault : { kind: 'none' }));
          await serve(scene, { customer: buyer(at), saleId: undefined, codesLeft: 1, putAside: false });
        }
      },
    }),
};

function isCut(call: string): boolean {
  return isCharge(call) || call === 'receipts.create' || call === 'POST /order/create';
}

function buyer(at: number): Customer {
  const code = (goods[at % goods.length] ?? goods[0]).code;
  return {
    wants: [{ code, pieces: 1 + (at % 3) }],
    way: at % 5 === 4 ? 'cash' : 'payme',
    inDoubt: 'put-aside',
    comesBackLater: false,
    scansEarly: false,
  };
}
