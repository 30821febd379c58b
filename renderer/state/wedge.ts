import { clearEntry, useWindow } from './window.ts';
import { altCharacter, createWedge, idleMs } from './wedge-rules.ts';
import type { KeyPress, WedgeStep } from './wedge-rules.ts';

/** A field as it stood before the first key of a burst, so that a scan leaves no trace in it. */
type Before = { field: HTMLInputElement | null; value: string; entry: string };

function pressOf(event: KeyboardEvent): KeyPress {
  return {
    code: event.code,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    repeat: event.repeat,
    composing: event.isComposing,
    at: event.timeStamp,
  };
}

function remember(): Before {
  const field = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  return { field, value: field?.value ?? '', entry: useWindow.getState().entry };
}

/** React watches the prototype's setter, so the value goes in through it and an input event tells React. */
function putBack({ field, value, entry }: Before): void {
  useWindow.setState({ entry });
  if (!field || field.value === value) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Listens for a keyboard-wedge scanner on the whole window, before any field or button.
 * `onScan` gets the text exactly as scanned; `fewest` says how many keys make a scan on the screen now shown.
 */
export function listenToWedge(onScan: (text: string) => void, fewest: () => number): () => void {
  const wedge = createWedge(fewest);
  let before: Before | null = null;
  let timer: number | undefined;
  let altDigits: string | null = null;

  const finish = (text: string): void => {
    clearEntry();
    onScan(text);
  };

  const follow = (step: WedgeStep, event: KeyboardEvent): void => {
    if (step.kind === 'start') before = remember();
    if (step.kind === 'recognised' && before) putBack(before);
    if (step.kind === 'recognised' || step.kind === 'swallow' || step.kind === 'scan') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (step.kind === 'scan') finish(step.text);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const late = wedge.idle(performance.now());
      if (late.kind === 'scan') finish(late.text);
    }, idleMs + 30);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && /^Numpad\d$/.test(event.code)) {
      altDigits = `${altDigits ?? ''}${event.code.slice(-1)}`;
      event.preventDefault();
      return;
    }
    follow(wedge.press(pressOf(event)), event);
  };

  const onKeyUp = (event: KeyboardEvent): void => {
    if (!event.code.startsWith('Alt') || altDigits === null) return;
    const character = altCharacter(altDigits);
    altDigits = null;
    if (character !== undefined) follow(wedge.character(character, event.timeStamp), event);
  };

  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keyup', onKeyUp, { capture: true });
  return () => {
    window.clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    window.removeEventListener('keyup', onKeyUp, { capture: true });
  };
}
