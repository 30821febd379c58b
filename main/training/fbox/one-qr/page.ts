import { statusOf, type Invoice } from './book.ts';
import { writeSums } from './sums.ts';

const words = {
  1: 'Toʻlov kutilmoqda · Ожидает оплаты',
  2: 'Toʻlandi · Оплачено',
  3: 'Toʻlanmaydi · Оплата невозможна',
} as const;

const style = `body{font:18px/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem;text-align:center}
b{display:block;font-size:2.2rem}button{font:inherit;width:100%;min-height:64px;margin-top:1rem;border:1px solid;border-radius:12px}`;

/** The page on which a practising customer pays: the shop, the sum, and while the invoice is open two buttons. No script. */
export function invoicePage(shop: string, invoice: Invoice): string {
  const status = statusOf(invoice);
  const button = (what: string, label: string) =>
    `<form method="post" action="/one_qr/${invoice.id}/${what}"><button>${label}</button></form>`;
  const buttons = button('pay', 'Toʻlash · Оплатить') + button('decline', 'Rad etish · Отказаться');
  return `<!doctype html><html lang="uz"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>UzQR</title><style>${style}</style><h1>UzQR</h1><p>${escapeText(shop)}</p><b>${writeSums(invoice.amount)} soʻm</b>
<p data-status="${status}">${words[status]}</p>${status === 1 ? buttons : ''}</html>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
