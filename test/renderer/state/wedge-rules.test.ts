import { describe, expect, it } from 'vitest';
import {
  altCharacter,
  createWedge,
  fewestKeys,
  fewestKeysAtSignIn,
  usCharacter,
} from '../../../renderer/state/wedge-rules.ts';
import type { KeyPress, WedgeStep } from '../../../renderer/state/wedge-rules.ts';

const key = (code: string, at: number, over: Partial<KeyPress> = {}): KeyPress => ({
  code,
  shift: false,
  ctrl: false,
  alt: false,
  meta: false,
  repeat: false,
  composing: false,
  at,
  ...over,
});

/** The key a US scanner presses for a character. */
function keyFor(character: string, at: number): KeyPress {
  if (character === '\u001d') return key('BracketRight', at, { ctrl: true });
  if (/\d/.test(character)) return key(`Digit${character}`, at);
  if (/[a-z]/i.test(character))
    return key(`Key${character.toUpperCase()}`, at, { shift: character !== character.toLowerCase() });
  const shifted: Record<string, string> = { ':': 'Semicolon', '?': 'Slash', '&': 'Digit7', '+': 'Equal' };
  const plain: Record<string, string> = { '/': 'Slash', '.': 'Period', '=': 'Equal', '-': 'Minus' };
  const code = shifted[character];
  return code ? key(code, at, { shift: true }) : key(plain[character] ?? 'Unknown', at);
}

function scanned(text: string, gapMs: number, end = 'Enter', fewest = fewestKeys): WedgeStep[] {
  const wedge = createWedge(() => fewest);
  const keys = [...text].map((character, at) => keyFor(character, 1000 + at * gapMs));
  return [...keys, key(end, 1000 + text.length * gapMs)].map((press) => wedge.press(press));
}

describe('keyboard wedge', () => {
  it('reads a goods code at the pace of the slowest scanner measured', () => {
    expect(scanned('4780012340019', 19).at(-1)).toEqual({ kind: 'scan', text: '4780012340019' });
  });

  it('reads a web address by physical keys, so that a Cyrillic layout does not matter', () => {
    const url = 'https://ofd.soliq.uz/check?t=A&r=1';
    expect(scanned(url, 2).at(-1)).toEqual({ kind: 'scan', text: url });
  });

  it('keeps the group separator of a marking code, sent as Ctrl and bracket', () => {
    const code = '0104780012340019215abc\u001d93xYz1';
    expect(scanned(code, 5).at(-1)).toEqual({ kind: 'scan', text: code });
  });

  it('ends a scan at Tab as well', () => {
    expect(scanned('47800123', 5, 'Tab').at(-1)).toEqual({ kind: 'scan', text: '47800123' });
  });

  it('lets the first keys through, then has them taken back and swallows the rest', () => {
    expect(scanned('478001', 5).map(({ kind }) => kind)).toEqual([
      'start',
      'pass',
      'pass',
      'recognised',
      'swallow',
      'swallow',
      'scan',
    ]);
  });

  it('takes the digits of a person for typing, Enter included', () => {
    expect(scanned('50000', 120).map(({ kind }) => kind)).toEqual([
      'start',
      'start',
      'start',
      'start',
      'start',
      'pass',
    ]);
  });

  it('takes quick fingers at 60 ms a key for typing', () => {
    expect(scanned('150000', 60).at(-1)).toEqual({ kind: 'pass' });
  });

  it('takes a PIN of eight digits for a PIN however fast it is keyed in', () => {
    expect(scanned('12345678', 4, 'Enter', fewestKeysAtSignIn).at(-1)).toEqual({ kind: 'pass' });
  });

  it('forgives one late key: the median decides', () => {
    const wedge = createWedge(() => fewestKeys);
    const times = [0, 5, 10, 75, 80, 85];
    times.forEach((at) => wedge.press(key('Digit1', at)));
    expect(wedge.press(key('Enter', 90))).toEqual({ kind: 'scan', text: '111111' });
  });

  it('gives a scan without an ending key away when it falls silent', () => {
    const wedge = createWedge(() => fewestKeys);
    [0, 5, 10, 15, 20].forEach((at) => wedge.press(key('Digit7', at)));
    expect(wedge.idle(60)).toEqual({ kind: 'pass' });
    expect(wedge.idle(200)).toEqual({ kind: 'scan', text: '77777' });
    expect(wedge.idle(400)).toEqual({ kind: 'pass' });
  });

  it('lets a cashier press Enter long after a scan that had none', () => {
    const wedge = createWedge(() => fewestKeys);
    [0, 5, 10, 15, 20].forEach((at) => wedge.press(key('Digit7', at)));
    wedge.idle(200);
    expect(wedge.press(key('Enter', 900))).toEqual({ kind: 'pass' });
  });

  it('reads twenty scans in two seconds, each on its own', () => {
    const wedge = createWedge(() => fewestKeys);
    const codes = Array.from({ length: 20 }, (_, at) => String(47_800_000 + at));
    const read = codes.map((code, at) => {
      [...code].forEach((digit, place) => wedge.press(key(`Digit${digit}`, at * 100 + place * 5)));
      return wedge.press(key('Enter', at * 100 + 40));
    });
    expect(read).toEqual(codes.map((text) => ({ kind: 'scan', text })));
  });

  it('ignores a key held down', () => {
    const wedge = createWedge(() => fewestKeys);
    const kinds = [0, 30, 60, 90, 120].map((at) => wedge.press(key('Digit0', at, { repeat: at > 0 })).kind);
    expect(kinds).toEqual(['start', 'pass', 'pass', 'pass', 'pass']);
  });

  it('leaves function keys and shortcuts alone', () => {
    expect([
      usCharacter(key('F5', 0)),
      usCharacter(key('KeyR', 0, { ctrl: true })),
      usCharacter(key('KeyA', 0, { alt: true })),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('reads scanners that type Alt and a number', () => {
    expect([
      altCharacter('052'),
      altCharacter('65'),
      altCharacter('029'),
      altCharacter('7'),
      altCharacter('0233'),
    ]).toEqual(['4', 'A', '\u001d', undefined, undefined]);
  });
});
