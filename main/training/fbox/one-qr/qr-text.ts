import type { Tiyin } from '../../../domain/money.ts';
import { writeSums } from './sums.ts';

/** What a dynamic QR of one invoice says; `name` is the shop's. */
export type QrFacts = { invoiceId: string; amount: Tiyin; name: string };

/**
 * The text of a dynamic QR, built as EMV's merchant-presented codes are (tag, length, value; checksum last). FBOX's sample shows
 * the first tags only (00, 01 = 12, 40 with "qr-online.uz"); the rest is what EMV asks for.
 */
export function qrText({ invoiceId, amount, name }: QrFacts): string {
  const merchant = tag('00', 'qr-online.uz') + tag('01', invoiceId);
  const head = tag('00', '01') + tag('01', '12') + tag('40', merchant);
  const sale = tag('52', '5411') + tag('53', '860') + tag('54', writeSums(amount));
  const shop = tag('58', 'UZ') + tag('59', latin(name).slice(0, 25)) + tag('60', 'TASHKENT');
  const body = `${head}${sale}${shop}6304`;
  return body + checksum(body);
}

function tag(id: string, value: string): string {
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
}

/** Lengths count characters, and banks' apps are surest of plain ones. */
function latin(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?');
}

/** CRC-16 with polynomial 0x1021 and start 0xFFFF, as EMV's merchant-presented codes want it. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
