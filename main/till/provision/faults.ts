/** Every way a provision file or its catalogue can be wrong; the window has a sentence for each. */
export type FaultCode =
  | 'file-missing'
  | 'file-unreadable'
  | 'not-json'
  | 'missing'
  | 'unknown-key'
  | 'wrong-type'
  | 'not-one-of'
  | 'too-small'
  | 'too-big'
  | 'wrong-form'
  | 'not-in-this-version'
  | 'duplicate-name'
  | 'duplicate-pin'
  | 'no-manager'
  | 'needs-merchant-api'
  | CatalogueFaultCode;

/** What can be wrong with a catalogue row or its file. */
export type CatalogueFaultCode =
  | 'empty-catalogue'
  | 'unknown-column'
  | 'missing-column'
  | 'duplicate-column'
  | 'column-count'
  | 'quote-not-closed'
  | 'empty'
  | 'price-not-whole-tiyin'
  | 'vat-not-percent'
  | 'not-yes-or-no'
  | 'age-not-years'
  | 'duplicate-code'
  | CatalogueWarningCode;

/** What a manager should know although the row can be sold. */
export type CatalogueWarningCode =
  | 'check-digit'
  | 'price-zero'
  | 'ikpu-not-17-digits'
  | 'ikpu-missing'
  | 'package-code-missing'
  | 'read-as-windows-1251';

/** `where` is a JSON path ("staff[1].pin") or a file with its line; `facts` fill the sentence and never hold a secret. */
export type Fault = { where: string; code: FaultCode; facts: Readonly<Record<string, string | number>> };

/** A fault of the catalogue file: `line` counts from 1 with the header; `column` is empty when the whole line is meant. */
export type CatalogueFault = {
  line: number;
  column: string;
  code: CatalogueFaultCode;
  facts: Readonly<Record<string, string | number>>;
};
