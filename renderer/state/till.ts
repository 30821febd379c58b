import { create } from 'zustand';
import type {
  Code,
  Fault,
  IntentName,
  Intents,
  KassaBridge,
  MessageView,
  Result,
  TillLife,
  TillView,
} from '../../preload/api.ts';
import { createOnce } from './once.ts';
import { keepUnchanged } from './unchanged.ts';

type TillState = {
  life: TillLife;
  view: TillView | null;
  /** The till's clock minus ours, ms: countdowns follow the till. */
  clockOffset: number;
  pending: ReadonlySet<IntentName>;
  /** The last refusal of an intent, until it is dismissed or something succeeds. */
  refusal: MessageView | null;
};

/** What the window knows of the till: its last view, its life, and what is being asked. */
export const useTill = create<TillState>(() => ({
  life: 'starting',
  view: null,
  clockOffset: 0,
  pending: new Set(),
  refusal: null,
}));

const moneyIntents: ReadonlySet<IntentName> = new Set([
  'startPayment',
  'takeCash',
  'confirmWallet',
  'newSale',
  'closeShift',
  'openShift',
  'cancelAttempt',
  'releaseGoods',
  'refundSale',
  'startCheckout',
]);
const quietIntents: ReadonlySet<IntentName> = new Set([
  'mayUpdate',
  'view',
  'search',
  'receiptPreview',
  'openItems',
  'pastSales',
  'pastSale',
  'callers',
  'dismissMessage',
]);

/** The second press of a double *finish* lands on the done screen, where Enter means the next customer. */
const pressName: Partial<Record<IntentName, string>> = {
  takeCash: 'finish',
  confirmWallet: 'finish',
  newSale: 'finish',
};
const once = createOnce(() => performance.now());

let bridge: KassaBridge | null = null;

/** The till's time now, ms. */
export function tillNow(): number {
  return Date.now() + useTill.getState().clockOffset;
}

/** Connects to the bridge the preload put there; asks for the view now and after every restart of the till. */
export function connect(kassa: KassaBridge): () => void {
  bridge = kassa;
  const offView = kassa.onView(show);
  const offLife = kassa.onLife((life) => {
    useTill.setState({ life, pending: new Set() });
    if (life === 'up') void reload();
  });
  void reload();
  return () => {
    offView();
    offLife();
  };
}

/** A view that was held up on its way makes the till's clock look slow; by more than this (ms) somebody has set it. */
const heldUpMs = 5000;

function show(view: TillView): void {
  const { view: before, clockOffset } = useTill.getState();
  const offset = view.now - Date.now();
  const heldUp = before !== null && offset < clockOffset && clockOffset - offset < heldUpMs;
  useTill.setState({ view: keepUnchanged(before, view), life: 'up', clockOffset: heldUp ? clockOffset : offset });
}

async function reload(): Promise<void> {
  const result = await send('view');
  if (result.ok) show(result.value);
}

type Args<N extends IntentName> = Intents[N]['arg'] extends undefined ? [] : [arg: Intents[N]['arg']];

/** The answer to a press that was the second of a double press: nothing was sent, nothing is shown. */
const swallowed: Result<never> = { ok: false, error: { code: 'bad-intent', facts: { doublePress: 1 } } };

/**
 * Sends an intent and resolves with the till's answer; refusals are kept for the message on screen.
 * Money intents count once within 300 ms and never while the same one is on its way.
 */
export async function send<N extends IntentName>(name: N, ...args: Args<N>): Promise<Result<Intents[N]['value']>> {
  if (moneyIntents.has(name) && (useTill.getState().pending.has(name) || !once(pressName[name] ?? name)))
    return swallowed;
  mark(name, true);
  const result = await call(name, args[0]);
  mark(name, false);
  if (!quietIntents.has(name)) useTill.setState({ refusal: result.ok ? null : refusalOf(result.error) });
  return result;
}

/** The till answers each intent with its declared value, so the border's `unknown` ends here. */
async function call<N extends IntentName>(name: N, arg: unknown): Promise<Result<Intents[N]['value']>> {
  if (!bridge) return { ok: false, error: { code: 'till-stopped', facts: {} } };
  return bridge.call(name, arg) as Promise<Result<Intents[N]['value']>>;
}

function mark(name: IntentName, on: boolean): void {
  const pending = new Set(useTill.getState().pending);
  if (on) pending.add(name);
  else pending.delete(name);
  useTill.setState({ pending });
}

const doubtfulCodes: ReadonlySet<Code> = new Set<Code>(['payment-in-doubt', 'payment-queued', 'attempt-live']);

function refusalOf(error: Fault): MessageView {
  const tone = doubtfulCodes.has(error.code) ? 'doubt' : 'refused';
  return { code: error.code, facts: error.facts, tone, at: tillNow() };
}

/** The message to show: the till's or the last refusal, whichever is newer; the same fault is said once. */
export function currentMessage(state: Pick<TillState, 'view' | 'refusal'>): MessageView | null {
  const told = state.view?.message ?? null;
  if (!state.refusal) return told;
  if (!told || told.code === state.refusal.code) return told ?? state.refusal;
  return told.at > state.refusal.at ? told : state.refusal;
}

/** Takes the message away, here and in the till. */
export function dismiss(): void {
  useTill.setState({ refusal: null });
  if (useTill.getState().view?.message) void send('dismissMessage');
}

/** Opens the file dialogue of the system; null when the person cancelled. */
export function chooseFile(): Promise<string | null> {
  return bridge ? bridge.chooseFile() : Promise.resolve(null);
}
