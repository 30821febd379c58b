import { tenderKinds } from '../../main/domain/tender.ts';
import type { TenderKind } from '../../main/domain/tender.ts';

/** Where the cashier is; each place has its own meaning of the keys, shown on the strip. */
export type KeyContext =
  | 'sale'
  | 'choose'
  | 'cash'
  | 'waiting'
  | 'live'
  | 'doubt'
  | 'ended'
  | 'confirm'
  | 'done'
  | 'signIn'
  | 'noShift'
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
  | 'newSale'
  | 'reprint';
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
const between = [f(2, 'search'), f(6, 'recall'), f(8, 'lock'), f(9, 'drawer'), f(10, 'shift')];

/** F1 is always cash, whatever is set up. */
const tenderKeys = tenderKinds.map((kind, at) => f(at + 1, `tender-${kind}`));

/** The key map of every place. Physical keys, because Cyrillic and Uzbek layouts move the letters. */
export const keyMap: Record<KeyContext, readonly KeySpec[]> = {
  idle: always,
  noShift: [...always, f(8, 'lock'), { ...escape, strip: false }, enter('enter', false)],
  signIn: [...always, quiet('up', '↑', 'ArrowUp'), quiet('down', '↓', 'ArrowDown'), enter('enter', false)],
  sale: [
    ...always,
    f(2, 'search'),
    f(3, 'quantity'),
    f(5, 'park'),
    f(6, 'recall'),
    f(8, 'lock'),
    f(9, 'drawer'),
    f(10, 'shift'),
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
  live: [...always, f(5, 'park'), escape, enter('wait')],
  doubt: [...always, escape, { ...f(5, 'park'), codes: ['F5', 'Enter', 'NumpadEnter'] }],
  ended: [...always, f(5, 'park'), escape, enter('scanAgain')],
  confirm: [...always, escape, enter('charge')],
  done: [
    ...always,
    f(2, 'search'),
    f(4, 'reprint'),
    ...between.filter((key) => key.action !== 'search'),
    { codes: ['Enter', 'NumpadEnter', 'F12', 'Space'], action: 'newSale', cap: 'Enter', strip: true },
  ],
};

/** The action of a physical key in a place, or undefined; keys with Ctrl, Alt or the system key are not ours. */
export function actionFor(
  context: KeyContext,
  key: { code: string; shift: boolean; ctrl: boolean; alt: boolean; meta: boolean },
): Action | undefined {
  if (key.ctrl || key.alt || key.meta) return undefined;
  const spec = keyMap[context].find((it) => it.codes.includes(key.code) && (it.shift ?? false) === key.shift);
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
