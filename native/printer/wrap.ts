import { clean } from './clean.ts';

/** Length as the printer counts it: one cell a code point. */
export function cells(text: string): number {
  return Array.from(text).length;
}

/**
 * Breaks text into lines of at most `width` cells: at spaces where possible, inside a word that is longer than a line.
 * Leading spaces stay (they indent), line feeds break, no-break spaces do not.
 */
export function wrap(text: string, width: number): string[] {
  return clean(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .map((line) => line.replaceAll('\u00a0', ' '));
}

function wrapLine(line: string, width: number): string[] {
  if (cells(line) <= width) return [line];
  const [, indent = '', rest = ''] = /^( *)(.*)$/su.exec(line) ?? [];
  const lines: string[] = [];
  let current = cells(indent) < width ? indent : '';
  for (const word of rest.split(/ +/)) {
    const joined = current.trim() === '' ? current + word : `${current} ${word}`;
    if (cells(joined) <= width) {
      current = joined;
      continue;
    }
    if (current.trim() !== '') lines.push(current);
    const pieces = chop(current.trim() === '' ? joined : word, width);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  return [...lines, current];
}

function chop(word: string, width: number): string[] {
  const letters = Array.from(word);
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += width) pieces.push(letters.slice(at, at + width).join(''));
  return pieces;
}
