/** What a run can be found guilty of. */
export type FindingKind =
  | 'lost-sale'
  | 'lost-money'
  | 'double-charge'
  | 'sent-twice'
  | 'returned-twice'
  | 'open-doubt'
  | 'fiscal'
  | 'journal'
  | 'code-on-disk'
  | 'paper'
  | 'not-settled'
  | 'till-fault'
  | 'too-late';

/** One broken promise, in words that name the sale, the attempt or the document. */
export type Finding = { kind: FindingKind; what: string };

/** A finding. */
export function found(kind: FindingKind, what: string): Finding {
  return { kind, what };
}
