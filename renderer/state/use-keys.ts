import { useLayoutEffect } from 'react';
import type { PadKey } from './entry.ts';
import { actionFor, isOwned } from './keys.ts';
import type { Action, KeyContext } from './keys.ts';

/** What the keys do now; an action without a handler is shown as resting on the strip. */
export type Handlers = Partial<Record<Action, () => void>>;

type Bound = { context: KeyContext; handlers: Handlers; onPad: ((key: PadKey) => void) | undefined };

let bound: Bound | null = null;

/** Gives the physical keys their meaning while the calling screen is shown. */
export function useKeys(context: KeyContext, handlers: Handlers, onPad?: (key: PadKey) => void): void {
  useLayoutEffect(() => {
    const mine = { context, handlers, onPad };
    bound = mine;
    return () => {
      if (bound === mine) bound = null;
    };
  });
}

function padKey(event: KeyboardEvent): PadKey | undefined {
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.code === 'Backspace') return 'erase';
  if (event.code === 'NumpadDecimal' || event.code === 'Comma' || event.code === 'Period') return ',';
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  return digit as PadKey | undefined;
}

const inText = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;

/** A button reached with Tab keeps Enter and Space; a press of the mouse never moves the focus there. */
const onButton = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button,[role=radio],[role=option],[role=menuitemradio]') !== null;

function onKeyDown(event: KeyboardEvent): void {
  if (isOwned(event.code)) event.preventDefault();
  if (!bound || event.isComposing || document.querySelector('[role=dialog],[role=alertdialog],[role=menu]')) return;
  const pad = padKey(event);
  if (pad !== undefined && !inText(event.target)) return typeDigit(event, pad);
  const presses = event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Space';
  if (presses && onButton(event.target)) return;
  const edits = event.code === 'Space' || event.code === 'Delete' || event.code === 'Minus';
  if (edits && inText(event.target)) return;
  const action = actionFor(bound.context, pressOf(event));
  const handler = action && !event.repeat ? bound.handlers[action] : undefined;
  if (!handler) return;
  event.preventDefault();
  handler();
}

const pressOf = (event: KeyboardEvent) => ({
  code: event.code,
  shift: event.shiftKey,
  ctrl: event.ctrlKey,
  alt: event.altKey,
  meta: event.metaKey,
});

/** Digits go to the number pad of the screen, or into its one amount field when nothing has the focus. */
function typeDigit(event: KeyboardEvent, key: PadKey): void {
  if (bound?.onPad) {
    event.preventDefault();
    bound.onPad(key);
    return;
  }
  document.querySelector<HTMLInputElement>('input[data-amount-field]')?.focus();
}

/** A finger on a button must not take the focus from the field the digits go to, nor leave Enter on that button. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
}

/** Installs the one listener for physical keys and the guard of the focus. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('mousedown', keepFocus, { capture: true });
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('mousedown', keepFocus, { capture: true });
  };
}
