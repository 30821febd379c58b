import { GlobalFonts } from '@napi-rs/canvas';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const family = 'Kassa Receipt';
const files = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'];

let ready = false;

/**
 * The family receipts are painted with. The files are read by Node and handed over as bytes, because a native module
 * cannot look into Electron's asar archive. Throws when the installation lacks them.
 */
export function receiptFont(): string {
  if (ready) return family;
  const from = packageFolder();
  for (const file of files) GlobalFonts.register(readFileSync(join(from, file)), family);
  ready = true;
  return family;
}

/** Works from the sources as from a bundle that has node_modules above it. */
function packageFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
}
