/** What of a key press a scanner's keys are told from: `event.code` and modifiers, never `event.key` (layouts differ). */
export type KeyPress = {
  code: string;
  shift: boolean;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
  repeat: boolean;
  composing: boolean;
  /** `event.timeStamp` in ms: a busy window delays the handler, not this. */
  at: number;
};

/** Fewer keys than this are a person; a PIN needs more, it may itself have eight digits. */
export const fewestKeys = 4;
export const fewestKeysAtSignIn = 9;
/** Slowest scanner measured: 19 ms between keys; the fastest typists stay above 60 ms. */
const medianMs = 30;
/** A gap longer than this ends a burst. */
export const idleMs = 90;

const groupSeparator = '\u001d';

const plain: Record<string, string> = {
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
};
const digitShift = ')!@#$%^&*(';

/** The character a US keyboard gives for a physical key, whatever layout or Caps Lock is on; undefined for other keys. */
export function usCharacter(key: Pick<KeyPress, 'code' | 'shift' | 'ctrl' | 'alt' | 'meta'>): string | undefined {
  if (key.ctrl) return key.code === 'BracketRight' && !key.alt && !key.meta ? groupSeparator : undefined;
  if (key.alt || key.meta) return undefined;
  const letter = /^Key([A-Z])$/.exec(key.code)?.[1];
  if (letter) return key.shift ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(key.code)?.[1];
  if (digit) return key.shift ? digitShift[Number(digit)] : digit;
  return /^Numpad(\d)$/.exec(key.code)?.[1] ?? plain[key.code]?.[key.shift ? 1 : 0];
}

function median(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}

type Burst = { text: string; gaps: number[]; last: number; recognised: boolean };

/**
 * What to do with a key press. `start`: remember the field, a burst may begin. `pass`: let it through.
 * `recognised`: put the field back and swallow. `swallow`: part of a scan. `scan`: complete, swallow the ending key.
 */
export type WedgeStep =
  | { kind: 'pass' }
  | { kind: 'start' }
  | { kind: 'recognised' }
  | { kind: 'swallow' }
  | { kind: 'scan'; text: string };

const emptyBurst = (): Burst => ({ text: '', gaps: [], last: Number.NEGATIVE_INFINITY, recognised: false });

/**
 * Tells a scanner's keys from a person's. Feed it every keydown in capture phase; call `idle` when `idleMs` passed
 * without one. `fewest` is asked at each key because the sign-in screen needs longer bursts.
 */
export function createWedge(fewest: () => number): {
  press(key: KeyPress): WedgeStep;
  character(text: string, at: number): WedgeStep;
  idle(at: number): WedgeStep;
} {
  let burst = emptyBurst();

  const take = (): string => {
    const { text } = burst;
    burst = emptyBurst();
    return text;
  };

  const character = (text: string, at: number): WedgeStep => {
    const gap = at - burst.last;
    if (burst.text === '' || gap > idleMs) {
      burst = { text, gaps: [], last: at, recognised: false };
      return { kind: 'start' };
    }
    const known = burst.recognised;
    const gaps = [...burst.gaps, gap];
    const enough = burst.text.length + text.length >= fewest() && median(gaps) <= medianMs;
    burst = { text: burst.text + text, gaps, last: at, recognised: known || enough };
    if (!burst.recognised) return { kind: 'pass' };
    return { kind: known ? 'swallow' : 'recognised' };
  };

  const press = (key: KeyPress): WedgeStep => {
    if (key.repeat || key.composing) return { kind: 'pass' };
    const ends = key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Tab';
    if (ends)
      return burst.recognised && key.at - burst.last <= idleMs
        ? { kind: 'scan', text: take() }
        : (take(), { kind: 'pass' });
    const text = usCharacter(key);
    return text === undefined
      ? { kind: burst.recognised && key.at - burst.last <= idleMs && isModifier(key.code) ? 'swallow' : 'pass' }
      : character(text, key.at);
  };

  const idle = (at: number): WedgeStep => {
    if (at - burst.last < idleMs) return { kind: 'pass' };
    return burst.recognised ? { kind: 'scan', text: take() } : (take(), { kind: 'pass' });
  };

  return { press, character, idle };
}

function isModifier(code: string): boolean {
  return /^(Shift|Control|Alt)(Left|Right)$/.test(code);
}

/** Scanners in "universal" mode hold Alt and type a character's number on the pad; a leading 0 or not, ASCII is the same. */
export function altCharacter(digits: string): string | undefined {
  const code = Number(digits);
  return /^\d{2,4}$/.test(digits) && (code === 29 || (code >= 32 && code < 127))
    ? String.fromCharCode(code)
    : undefined;
}
