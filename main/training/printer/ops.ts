/** Everything the virtual printer understands, after the Epson ESC/POS reference. Times in ms, lengths in dots. */
export type Op =
  | { kind: 'init' }
  | { kind: 'kanji'; on: boolean }
  | { kind: 'font'; font: number }
  | { kind: 'codepage'; page: number }
  | { kind: 'text'; text: string }
  | { kind: 'feed'; lines: number }
  | { kind: 'feed-dots'; dots: number }
  | { kind: 'line-spacing'; dots: number }
  | { kind: 'align'; to: 'left' | 'center' | 'right' }
  | { kind: 'bold'; on: boolean }
  | { kind: 'size'; width: number; height: number }
  | { kind: 'raster'; width: number; height: number; bits: Uint8Array }
  | { kind: 'qr-module'; dots: number }
  | { kind: 'qr-level'; level: 'L' | 'M' | 'Q' | 'H' }
  | { kind: 'qr-store'; data: string }
  | { kind: 'qr-print' }
  | { kind: 'cut'; full: boolean }
  | { kind: 'pulse'; pin: 2 | 5; onMs: number; offMs: number }
  | { kind: 'asb'; on: boolean }
  | { kind: 'ask-status'; which: number }
  | { kind: 'ask-buffered'; which: number }
  | { kind: 'ask-identity'; which: number }
  | { kind: 'process'; id: string }
  | { kind: 'ignored'; bytes: number[] };
