import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let ready = false;

/** Every QR text in a PNG, read by ZXing: a reader we did not write. */
export async function readCodes(png: Uint8Array): Promise<string[]> {
  if (!ready) {
    const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
    ready = true;
  }
  const found = await readBarcodes(png, { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}
