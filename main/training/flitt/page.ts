import { formatSums } from './sums.ts';
import type { Order } from './book.ts';

/** The path of the hosted pages: the shop's own, as in Flitt's samples. */
export const pagePath = '/merchants/:shop/default/index.html';

/** The address of the page where the order behind `token` is paid. */
export function pageOf(origin: string, merchantId: string, token: string): string {
  return `${origin}/merchants/${merchantId}/default/index.html?token=${token}`;
}

/** The token in what a till showed: the whole address, or nothing when it is none of ours. */
export function tokenOf(reference: string): string {
  return URL.canParse(reference) ? (new URL(reference).searchParams.get('token') ?? '') : '';
}

const words: Readonly<Record<Order['status'], string>> = {
  created: 'Waiting for you',
  processing: 'Not paid yet',
  approved: 'Paid',
  declined: 'Refused',
  expired: 'The time is over',
  reversed: 'Money returned',
};

/** The page a customer sees: shop, amount, and what they can do. It needs nothing from anywhere else. */
export function page(order: Order | undefined): string {
  if (!order) return framed('<h1>No such payment</h1>');
  const waits = order.status === 'created' || order.status === 'processing';
  const facts = `<p class="shop">${escaped(order.description)}</p><p class="sum">${formatSums(order.amount)} UZS</p>`;
  const state = order.refused && waits ? 'Refused; you may try again' : words[order.status];
  return framed(`${facts}<p data-state="${order.status}">${state}</p>${waits ? buttons(order.token) : ''}`);
}

function buttons(token: string): string {
  const button = (act: string, text: string) =>
    `<form method="post" action="?token=${encodeURIComponent(token)}&amp;act=${act}"><button class="${act}">${text}</button></form>`;
  return button('pay', 'Pay with Payme') + button('decline', 'Decline');
}

/** The page of a redirect that failed: a number of four digits, 2XXX (docs: checkout page with redirect). */
export function errorPage({ code, message }: { code: number; message: string }): string {
  return framed(`<h1>${2000 + (code % 1000)}</h1><p>${escaped(message)}</p>`);
}

const style =
  'body{font:18px system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;background:#f2f4f6;color:#16202a}' +
  'main{background:#fff;border-radius:16px;padding:32px;width:min(320px,80vw);text-align:center}' +
  '.sum{font-size:32px;font-weight:600;margin:8px 0}button{width:100%;min-height:56px;margin-top:12px;border:0;border-radius:12px;font:inherit}' +
  '.pay{background:#00a19b;color:#fff}';

function framed(body: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Flitt (training)</title><style>${style}</style>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`;
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
