import { z } from 'zod';

/** A text that says something. */
export const text = z.string().trim().min(1);

/** An address of a service; only http and https can be reached. */
export const webAddress = z.url({ protocol: /^https?$/ });

/** An address a key is sent to: over TLS, or to this computer itself. */
export const secretAddress = webAddress.refine((address) => {
  if (!URL.canParse(address)) return true;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
});

export const port = z.int().min(1).max(65_535);

const baudRate = z.int().min(300).max(1_000_000);

const scanner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('serial'), path: text, baudRate }),
  z.strictObject({
    kind: z.literal('hid'),
    vendorId: z.int().min(0).max(0xffff),
    productId: z.int().min(0).max(0xffff),
  }),
  z.strictObject({ kind: z.literal('wedge') }),
]);

export const scanners = z.array(scanner);

/** 80 mm paper at 203 dpi: 48 columns of 12 dots; 58 mm paper is 32 columns and 384 dots. */
const paper = {
  columns: z.int().min(20).max(96).default(48),
  dots: z.int().min(200).max(1200).default(576),
  mode: z.enum(['text', 'raster']).default('raster'),
  codepage: z.enum(['cp437', 'cp850', 'cp866', 'cp1251', 'cp1252']).default('cp866'),
};

export const printer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tcp'), host: text, port: port.default(9100), ...paper }),
  z.strictObject({ kind: z.literal('serial'), path: text, baudRate, ...paper }),
  z.strictObject({ kind: z.literal('file'), path: text, ...paper }),
  z.strictObject({ kind: z.literal('system'), name: text, ...paper }),
]);

const drawerKinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('printer'), pin: z.literal([2, 5]) }),
  z.strictObject({ kind: z.literal('none') }),
]);

/** A drawer hangs on the printer (pin 2 or 5 of its plug), or there is none; the plain word "none" says so too. */
export const drawer = z.preprocess((given) => (given === 'none' ? { kind: 'none' } : given), drawerKinds);
