/** A code the cashier scanned, and for which sale. */
export type ScannedCode = { code: string; saleId: string };

/** A sale the till said was done. */
export type FinishedSale = { saleId: string; total: number };

/**
 * What the cashier saw with their own eyes: the other witness beside the providers. A till may lose nothing of it, however
 * it died.
 */
export type Diary = {
  finished: FinishedSale[];
  scanned: ScannedCode[];
  /** Sales that were begun, with the goods the till said it had taken (thousandths by code). */
  goods: Map<string, Map<string, number>>;
  /** What was wrong already while selling. */
  complaints: string[];
};

/** An empty diary. */
export function newDiary(): Diary {
  return { finished: [], scanned: [], goods: new Map(), complaints: [] };
}
