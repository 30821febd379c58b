/** 'large' is twice as wide and twice as high, so half as many characters fit. */
export type Size = 'normal' | 'large';

/** One piece of a printed document, from top to bottom. Text may hold line feeds; other control characters are not printed. */
export type Block =
  | { kind: 'text'; text: string; align?: 'left' | 'center' | 'right'; bold?: boolean; size?: Size }
  /** Left and right edge of one line; when both do not fit, the left wraps and the right stands on its last line. */
  | { kind: 'pair'; left: string; right: string; bold?: boolean; size?: Size }
  | { kind: 'rule' }
  /** `data` is printed exactly as given. */
  | { kind: 'qr'; data: string }
  | { kind: 'feed'; lines: number };

/** A document for the printer. `pulse` opens the drawer on connector pin 2 or 5 before the first line is printed. */
export type PrintJob = { blocks: Block[]; cut: boolean; pulse?: DrawerPin };

export type DrawerPin = 2 | 5;

export type CodePage = 'cp437' | 'cp850' | 'cp866' | 'cp1251' | 'cp1252';

/**
 * What the shop says about its printer. `columns` (16 to 48) and `dots` (a multiple of 8) are separate, because printers with 80 mm paper
 * have 42 or 48 columns and 512 or 576 dots. `codepageNumber` is for clones that number their pages differently (cp1251 is
 * 46, 23 or 73). `missing`: what to do in text mode with letters the page lacks: paint the whole receipt, or,
 * for slow serial lines, write them with similar letters.
 */
export type PrinterModel = {
  columns: number;
  dots: number;
  mode: 'text' | 'raster';
  codepage: CodePage;
  codepageNumber?: number;
  missing?: 'raster' | 'transliterate';
  qr: 'raster';
};
