import { tenderKinds } from '../../main/domain/tender.ts';
import type { TenderKind } from '../../main/domain/tender.ts';

/** Where the cashier is; each place has its own meaning of the keys, shown on the strip. */
export type KeyContext =
  | 'sale'
  | 'choose'
  | 'cash'
  | 'waiting'
  | 'live'
  | 'question'
  | 'checkout'
  | 'asked'
  | 'doubt'
  | 'ended'
  | 'endedOnPhone'
  | 'confirm'
  | 'done'
  | 'signIn'
  | 'noShift'
  | 'openItems'
  | 'history'
  | 'idle';

type PlainAction =
  | 'help'
  | 'search'
  | 'quantity'
  | 'park'
  | 'recall'
  | 'lock'
  | 'drawer'
  | 'shift'
  | 'pay'
  | 'remove'
  | 'void'
  | 'minusOne'
  | 'back'
  | 'up'
  | 'down'
  | 'pageUp'
  | 'pageDown'
  | 'multiply'
  | 'enter'
  | 'exact'
  | 'finish'
  | 'wait'
  | 'charge'
  | 'scanAgain'
  | 'tryAgain'
  | 'newSale'
  | 'reprint'
  | 'openItems'
  | 'checkNow'
  | 'cancelAttempt'
  | 'release'
  | 'giveBack'
  | 'giveBackSome'
  | 'printCheckout'
  | 'startCheckout'
  | 'history'
  | 'lesson';
export type TenderAction = `tender-${TenderKind}`;
export type Action = PlainAction | TenderAction;

/** A key: the physical keys (`event.code`) that do `action`, and the caption printed on it. */
export type KeySpec = { codes: readonly string[]; shift?: boolean; action: Action; cap: string; strip: boolean };

const f = (number: number, action: Action): KeySpec => ({
  codes: [`F${number}`],
  action,
  cap: `F${number}`,
  strip: true,
});
const enter = (action: Action, strip = true): KeySpec => ({
  codes: ['Enter', 'NumpadEnter'],
  action,
  cap: 'Enter',
  strip,
});
const escape: KeySpec = { codes: ['Escape'], action: 'back', cap: 'Esc', strip: true };
const quiet = (action: Action, cap: string, ...codes: string[]): KeySpec => ({ codes, action, cap, strip: false });

const always = [f(1, 'help')];

/** What may be done about money nobody can vouch for yet. */
const unsure = [
  ...always,
  f(3, 'checkNow'),
  f(4, 'cancelAttempt'),
  quiet('openItems', 'F11', 'F11'),
  { ...escape, strip: false },
];

/** F1 is always cash, whatever is set up. */
const tenderKeys = tenderKinds.map((kind, at) => f(at + 1, `tender-${kind}`));

/** In training Shift with F11 opens the lesson, wherever the cashier is. */
const lesson: KeySpec = { codes: ['F11'], shift: true, action: 'lesson', cap: 'Shift F11', strip: false };

/** The key map of every place. Physical keys, because Cyrillic and Uzbek layouts move the letters. */
export const keyMap: Record<KeyContext, readonly KeySpec[]> = {
  idle: always,
  noShift: [
    ...always,
    f(7, 'history'),
    f(8, 'lock'),
    f(11, 'openItems'),
    { ...escape, strip: false },
    enter('enter', false),
  ],
  signIn: [...always, quiet('up', '↑', 'ArrowUp'), quiet('down', '↓', 'ArrowDown'), enter('enter', false)],
  openItems: [
    ...always,
    f(8, 'lock'),
    { ...escape, codes: ['Escape', 'F11'] },
    enter('enter', false),
    quiet('up', '↑', 'ArrowUp'),
    quiet('down', '↓', 'ArrowDown'),
    quiet('pageUp', 'PgUp', 'PageUp'),
    quiet('pageDown', 'PgDn', 'PageDown'),
  ],
  history: [
    ...always,
    f(2, 'search'),
    f(4, 'reprint'),
    f(6, 'giveBackSome'),
    f(7, 'giveBack'),
    f(8, 'lock'),
    escape,
    quiet('up', '↑', 'ArrowUp'),
    quiet('down', '↓', 'ArrowDown'),
    quiet('pageUp', 'PgUp', 'PageUp'),
    quiet('pageDown', 'PgDn', 'PageDown'),
  ],
  sale: [
    ...always,
    f(2, 'search'),
    f(3, 'quantity'),
    f(5, 'park'),
    f(6, 'recall'),
    f(7, 'history'),
    f(8, 'lock'),
    f(9, 'drawer'),
    f(10, 'shift'),
    f(11, 'openItems'),
    { codes: ['F12', 'Space'], action: 'pay', cap: 'F12', strip: true },
    enter('enter', false),
    quiet('remove', 'Del', 'Delete'),
    { codes: ['Delete'], shift: true, action: 'void', cap: 'Shift Del', strip: false },
    quiet('minusOne', '−', 'NumpadSubtract', 'Minus'),
    quiet('multiply', '*', 'NumpadMultiply'),
    { codes: ['Digit8'], shift: true, action: 'multiply', cap: '*', strip: false },
    { ...escape, strip: false },
    quiet('up', '↑', 'ArrowUp'),
    quiet('down', '↓', 'ArrowDown'),
    quiet('pageUp', 'PgUp', 'PageUp'),
    quiet('pageDown', 'PgDn', 'PageDown'),
  ],
  choose: [...tenderKeys, enter('exact', false), escape],
  cash: [...always, f(9, 'drawer'), escape, enter('finish')],
  waiting: [...always, escape],
  live: [...always, f(5, 'park'), quiet('openItems', 'F11', 'F11'), escape, enter('wait')],
  question: [...always, escape, enter('startCheckout')],
  /** The customer pays on their own phone: nothing is under Enter, and Esc asks before the QR goes. */
  checkout: [
    ...always,
    f(2, 'printCheckout'),
    f(3, 'checkNow'),
    f(4, 'cancelAttempt'),
    f(5, 'park'),
    quiet('openItems', 'F11', 'F11'),
    { ...escape, strip: false },
  ],
  asked: [...unsure, f(5, 'park'), f(6, 'release'), enter('wait')],
  doubt: [...unsure, f(6, 'release'), { ...f(5, 'park'), codes: ['F5', 'Enter', 'NumpadEnter'] }],
  ended: [...always, f(5, 'park'), escape, enter('scanAgain')],
  endedOnPhone: [...always, f(5, 'park'), escape, enter('tryAgain')],
  confirm: [...always, escape, enter('charge')],
  done: [
    ...always,
    f(2, 'search'),
    f(4, 'reprint'),
    f(6, 'recall'),
    f(7, 'giveBack'),
    f(8, 'lock'),
    f(9, 'drawer'),
    f(10, 'shift'),
    f(11, 'openItems'),
    { codes: ['Enter', 'NumpadEnter', 'F12', 'Space'], action: 'newSale', cap: 'Enter', strip: true },
  ],
};

/** The action of a physical key in a place, or undefined; keys with Ctrl, Alt or the system key are not ours. */
export function actionFor(
  context: KeyContext,
  key: { code: string; shift: boolean; ctrl: boolean; alt: boolean; meta: boolean },
): Action | undefined {
  if (key.ctrl || key.alt || key.meta) return undefined;
  const spec = [...keyMap[context], lesson].find(
    (it) => it.codes.includes(key.code) && (it.shift ?? false) === key.shift,
  );
  return spec?.action;
}

/** Keys the browser would act on (reload, find, full screen, menu): always ours, also where they mean nothing. */
export function isOwned(code: string): boolean {
  return /^F([1-9]|1[0-2])$/.test(code) || code === 'ContextMenu' || code === 'BrowserRefresh';
}

/** Narrows a string to a kind of tender. */
export function isTenderKind(kind: string): kind is TenderKind {
  return tenderKinds.some((known) => known === kind);
}
