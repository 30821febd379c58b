/** The matrix of the `qrcode` package alone: its other half draws with Node or a canvas, and its types would bring Node here. */
declare module 'qrcode/lib/core/qrcode.js' {
  export type QrModules = { readonly size: number; get(row: number, column: number): number };
  /** Throws when `text` is empty or longer than any code can carry. */
  export function create(
    text: string,
    options: { errorCorrectionLevel: 'M' },
  ): { readonly modules: QrModules; readonly version: number };
}
