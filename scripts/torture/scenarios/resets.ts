import { serve } from '../cashier.ts';
import type { Customer } from '../customers.ts';
import type { LineFault, Weather } from '../line/faults.ts';
import { paymeWays } from '../provision.ts';
import type { PaymeWay } from '../provision.ts';
import { goods } from '../shop.ts';
import { playScene } from '../scene.ts';
import type { Cut, Scenario, Scene } from '../scene.ts';
import { isCharge } from '../weather.ts';

/** Enough that the runs of a full campaign cut each call of both providers after each of its bytes. */
const customersARun = 20;

/** Some customers never come to pay: a few more close the gaps they leave, as the first of the next run. */
const spare = 2;

/** Documents follow their sales, one after the other, and each that is cut is asked about first: fewer of them have their turn. */
const documentsARun = 13;

/** The call that registers a document. */
const fiscalCall = 'POST /order/create';

/** How long (ms of the world) documents are waited for at the end. */
const longestWait = 120_000;

/**
 * The connections of one customer after the other are reset, each after one byte more than the last time. How many bytes
 * there are is counted at the line with a customer nobody disturbs. Seeds that follow each other take the providers in
 * turn and sweep through all bytes of request and answer.
 */
export const resets: Scenario = {
  name: 'resets',
  about: 'the connection is reset after each byte of the request and of the answer',
  share: 0.1,
  run: (settings) =>
    playScene(settings, {
      way: settings.way ?? wayOf(settings.seed),
      play: async (scene) => {
        const bytes = await countBytes(scene);
        scene.around.line.setWeather(cutEach(bytes, Math.floor(settings.seed / 2), scene.cuts));
        for (let at = 0; at < customersARun + spare; at += 1) await serveOne(scene);
        if (scene.around.way !== 'fbox') await documentsCut(scene);
      },
    }),
};

/** Every second run takes Payme's own API, the others the fiscal box with and without a cashbox. */
function wayOf(seed: number): PaymeWay {
  return seed % 2 === 0 ? 'subscribe' : paymeWays[Math.floor(seed / 2) % 2 === 0 ? 0 : 1];
}

/** Every call is cut at its first try only, so that what comes after it is reached too; each kind has a sweep of its own. */
function cutEach(bytes: Sizes, turn: number, cuts: Cut[]): Weather {
  const tried = new Set<string>();
  return (call, body, request) => {
    const size = bytes.get(call);
    const which = `${call} ${subjectOf(body)}`;
    if (!size || !isCut(call) || tried.has(which)) return { kind: 'none' };
    tried.add(which);
    const place = turn * (call === fiscalCall ? documentsARun : customersARun) + cutsOf(cuts, call);
    const places = size.request + size.answer + 1;
    const at = place % places;
    cuts.push({ call, places, at });
    return cutAfter(at, request);
  };
}

function cutsOf(cuts: readonly Cut[], wanted: string): number {
  return cuts.filter(({ call }) => call === wanted).length;
}

/** What stays the same when a call is made again: the document, the attempt, the receipt or the code it is about. */
function subjectOf(body: string): string {
  return /"(?:uuid|document|qr_code|token)":"([^"]+)"/.exec(body)?.[1] ?? body;
}

/** Bytes of the request come first, then those of the answer; the last place is after a whole answer. */
function cutAfter(at: number, request: number): LineFault {
  return at < request ? { kind: 'request-cut', after: at } : { kind: 'answer-cut', after: at - request };
}

function isCut(call: string): boolean {
  return isCharge(call) || call === 'receipts.create' || call === fiscalCall;
}

async function documentsCut({ cuts, around: { clock } }: Scene): Promise<void> {
  const until = clock.now() + longestWait;
  while (cutsOf(cuts, fiscalCall) < documentsARun && clock.now() < until) await clock.wait(500);
}

type Sizes = Scene['around']['sizes'];

/** How many bytes each kind of call has when nobody disturbs it; the fiscal document follows the sale. */
async function countBytes(scene: Scene): Promise<Sizes> {
  const { sizes, clock } = scene.around;
  await serveOne(scene);
  const until = clock.now() + longestWait;
  while (!sizes.has(fiscalCall) && clock.now() < until) await clock.wait(500);
  return new Map(sizes);
}

async function serveOne(scene: Scene): Promise<void> {
  const wants = [{ code: goods[0].code, pieces: 1 }];
  const customer: Customer = { wants, way: 'payme', inDoubt: 'put-aside', comesBackLater: false, scansEarly: false };
  await serve(scene, { customer, saleId: undefined, codesLeft: 1, putAside: false });
}
