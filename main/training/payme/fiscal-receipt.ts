import { digits } from '../wire/random.ts';

/** A fiscal receipt of Payme's own virtual module, as it tells the shop of it (Merchant API: SetFiscalData); `now` in ms. */
export function fiscalReceipt(now: number, random: () => number): Readonly<Record<string, unknown>> {
  const date = new Date(now).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const [terminal, number, sign] = ['EP000000000025', Number(digits(random, 6)) + 1, digits(random, 12)];
  return {
    receipt_id: number,
    status_code: 0,
    message: 'accepted',
    terminal_id: terminal,
    fiscal_sign: sign,
    qr_code_url: `https://ofd.soliq.uz/epi?t=${terminal}&r=${number}&c=${date}&s=${sign}`,
    date,
  };
}
