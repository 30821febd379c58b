import type { AttemptView, TillView } from '../../../preload/api.ts';
import { isCheckout } from '../../../main/domain/tender.ts';
import { answerTo } from '../../state/checkout.ts';
import { attemptContext, mayCancel, mayRelease } from '../../state/doubt.ts';
import { pressed } from '../../state/entry.ts';
import type { PadKey } from '../../state/entry.ts';
import type { KeyContext, TenderAction } from '../../state/keys.ts';
import type { Panel } from '../../state/screen.ts';
import { dismiss, send, tillNow, useTill } from '../../state/till.ts';
import { openDialog, setEntry, showHistory, showOpenItems, useWindow } from '../../state/window.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { idleMs } from '../../state/wedge-rules.ts';
import {
  askQuantity,
  chosenLine,
  enterDigits,
  keepMultiplier,
  moveChoice,
  oneLess,
  stepBack,
  takeCash,
} from './actions.ts';

/** What every key does in a panel; the strip, the pad and the buttons of the panel all call these. */
export type Bound = { context: KeyContext; handlers: Handlers; onPad: ((key: PadKey) => void) | undefined };

const page = 8;

const type = (key: PadKey): void => setEntry(pressed(useWindow.getState().entry, key));

/** Binds the keys of a panel to the view it shows; in training Shift with F11 opens the lesson everywhere. */
export function bind(panel: Panel, view: TillView): Bound {
  const bound = bindPanel(panel, view);
  if (view.training === null) return bound;
  return { ...bound, handlers: { ...bound.handlers, lesson: () => openDialog('lesson') } };
}

function bindPanel(panel: Panel, view: TillView): Bound {
  switch (panel) {
    case 'sell':
      return { context: 'sale', handlers: sellHandlers(view), onPad: type };
    case 'choose':
      return { context: 'choose', handlers: chooseHandlers(view), onPad: (key) => typeCash(view, key) };
    case 'cash':
      return { context: 'cash', handlers: cashHandlers(view), onPad: undefined };
    case 'done':
      return { context: 'done', handlers: doneHandlers(view), onPad: undefined };
    case 'live':
      return bindLive(view);
    case 'ended':
      return { context: endedContext(view), handlers: walletHandlers(view), onPad: undefined };
    case 'question':
      return { context: 'question', handlers: questionHandlers(view), onPad: undefined };
    case 'checkout':
      return { context: 'checkout', handlers: checkoutHandlers(view), onPad: undefined };
    default:
      return { context: panel, handlers: walletHandlers(view), onPad: undefined };
  }
}

function desk(view: TillView): Handlers {
  return {
    help: () => openDialog('help'),
    search: () => openDialog('search'),
    lock: () => void send('signOut'),
    drawer: () => void send('openDrawer'),
    shift: () => openDialog('shift'),
    openItems: () => showOpenItems(),
    ...(view.parked.length > 0 ? { recall: () => openDialog('parked') } : {}),
  };
}

function sellHandlers(view: TillView): Handlers {
  const { sale } = view;
  const line = chosenLine(sale);
  const free = !sale || sale.lines.length === 0;
  const always: Handlers = {
    ...desk(view),
    ...(free ? { history: () => showHistory() } : {}),
    enter: enterDigits,
    multiply: keepMultiplier,
    back: () => stepBack(view),
  };
  if (!sale || !line) return always;
  return {
    ...always,
    quantity: () => askQuantity(line),
    park: () => void send('park'),
    pay: () => void send('startPayment'),
    remove: () => void send('removeLine', { lineId: line.id }),
    void: () => openDialog('void'),
    minusOne: () => oneLess(line),
    up: () => moveChoice(sale, -1),
    down: () => moveChoice(sale, 1),
    pageUp: () => moveChoice(sale, -page),
    pageDown: () => moveChoice(sale, page),
  };
}

function chooseHandlers(view: TillView): Handlers {
  const tenders = view.payment?.tenders.filter(({ refused }) => refused === null) ?? [];
  const choices = tenders.map(({ kind }): [TenderAction, () => void] => [
    `tender-${kind}`,
    () => void send('chooseTender', { kind }),
  ]);
  const cash = tenders.some(({ kind }) => kind === 'cash');
  const due = view.payment?.due ?? 0;
  return {
    ...Object.fromEntries(choices),
    back: () => stepBack(view),
    ...(cash ? { exact: () => void takeCash(due, false) } : {}),
  };
}

/** A scanner's first keys look like digits until the burst is recognised; only a person's are still there after this. */
const settleMs = idleMs + 30;

function openCash(): void {
  if (useWindow.getState().entry !== '') void send('chooseTender', { kind: 'cash' });
}

/** Digits in the choice of tenders mean cash: the panel follows the fingers. */
function typeCash(view: TillView, key: PadKey): void {
  if (!view.payment?.tenders.some(({ kind, refused }) => kind === 'cash' && refused === null)) return;
  if (useWindow.getState().entry === '') window.setTimeout(openCash, settleMs);
  type(key);
}

function cashHandlers(view: TillView): Handlers {
  return {
    help: () => openDialog('help'),
    drawer: () => void send('openDrawer'),
    back: () => stepBack(view),
    finish: () => void takeCash(view.payment?.due ?? 0, true),
  };
}

/** Nobody steps back from money in the air: Esc only takes a message away there. */
function bindLive(view: TillView): Bound {
  const attempt = view.payment?.attempt;
  if (attempt?.state !== 'sending' && attempt?.state !== 'in-doubt')
    return { context: 'live', handlers: walletHandlers(view), onPad: undefined };
  const context = attemptContext(attempt);
  const handlers: Handlers = {
    help: () => openDialog('help'),
    openItems: () => showOpenItems(),
    wait: dismiss,
    ...(context === 'live' ? {} : { back: dismiss }),
    ...(attempt.state === 'sending' ? {} : { park: () => void send('park') }),
    ...doubtHandlers(attempt),
  };
  return { context, handlers, onPad: undefined };
}

function questionHandlers(view: TillView): Handlers {
  const question = view.payment?.question;
  const answer = question ? () => answerTo(question, useWindow.getState().entry) : () => undefined;
  return {
    help: () => openDialog('help'),
    back: () => stepBack(view),
    startCheckout: () => {
      const said = answer();
      if (said) void send('startCheckout', said);
    },
  };
}

/** A QR stands before the customer: it may be paid at any moment, so Esc and F4 ask before it goes. */
function checkoutHandlers(view: TillView): Handlers {
  const attempt = view.payment?.attempt;
  if (!attempt) return {};
  const { cancelAttempt, checkNow } = doubtHandlers(attempt);
  const message = view.message !== null || useTill.getState().refusal !== null;
  return {
    help: () => openDialog('help'),
    openItems: () => showOpenItems(),
    park: () => void send('park'),
    back: message ? dismiss : (cancelAttempt ?? (() => stepBack(view))),
    ...(checkNow ? { checkNow } : {}),
    ...(cancelAttempt ? { cancelAttempt } : {}),
    ...(attempt.checkout?.qr ? { printCheckout: () => void send('printCheckout', { attemptId: attempt.id }) } : {}),
  };
}

/** What may be done about a payment nobody can vouch for; taking it back and handing over ask once more. */
function doubtHandlers(attempt: AttemptView): Handlers {
  const { id, asks } = attempt;
  return {
    ...(asks === null ? {} : { checkNow: () => void send('checkNow', { attemptId: id }) }),
    ...(mayCancel(attempt, tillNow()) ? { cancelAttempt: () => openDialog('cancel-attempt', id) } : {}),
    ...(mayRelease(attempt) ? { release: () => openDialog('release', id) } : {}),
  };
}

function walletHandlers(view: TillView): Handlers {
  return {
    help: () => openDialog('help'),
    openItems: () => showOpenItems(),
    back: () => stepBack({ ...view, message: null }),
    park: () => void send('park'),
    wait: dismiss,
    charge: () => void send('confirmWallet'),
    scanAgain: () => tryAgain(view),
    tryAgain: () => tryAgain(view),
  };
}

/** What Enter does at the end of a try: a new code of the customer's is scanned, or a new QR is made. */
function endedContext({ payment }: TillView): KeyContext {
  return payment?.attempt?.checkout ? 'endedOnPhone' : 'ended';
}

/** A new try of the tender that ended. A checkout stands at once, so its end is in sight until the till has begun. */
function tryAgain({ payment }: TillView): void {
  const attempt = payment?.attempt;
  const seen = () => useWindow.setState({ seenAttempt: attempt?.id ?? null });
  if (!attempt || !isCheckout(attempt.kind)) {
    seen();
    void send('chooseTender', { kind: 'payme-go' });
  } else void send('chooseTender', { kind: attempt.kind }).then(({ ok }) => ok && seen());
}

function doneHandlers(view: TillView): Handlers {
  const saleId = view.done?.saleId;
  return {
    ...desk(view),
    newSale: () => void send('newSale'),
    ...(saleId === undefined
      ? {}
      : {
          reprint: () => void send('reprint', { saleId }),
          ...(view.done?.refund ? {} : { giveBack: () => openDialog('give-back', saleId) }),
        }),
  };
}
