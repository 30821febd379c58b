import type { OrderRecord, SessionRecord } from './book.ts';

/** The page a customer's phone opens: what is to be paid, and two buttons while that is still open. Plain HTML, no scripts. */
export function checkoutPage(session: SessionRecord, order: OrderRecord, now: number): string {
  const items = order.items.map(({ name, quantity }) => `<li>${escape(name)} × ${quantity}</li>`).join('');
  const open = order.status === 'requires_authorization' && now < session.expiresAt;
  const path = escape(new URL(session.url).pathname);
  const buttons = `<form method="post" action="${path}/pay"><button class="pay">Pay</button></form>
<form method="post" action="${path}/cancel"><button>Cancel</button></form>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Smartpay (training)</title><style>
body{font:18px/1.5 system-ui,sans-serif;margin:0 auto;max-width:26rem;padding:1.5rem;color:#1b1b1f}
.amount{font-size:2.5rem;font-variant-numeric:tabular-nums;margin:.5rem 0}
button{font:inherit;width:100%;min-height:64px;border-radius:12px;border:1px solid #8a8a94;background:#fff;margin:.5rem 0}
.pay{background:#1f4fd8;border-color:#1f4fd8;color:#fff;font-weight:600}
</style></head><body>
<p>Training: no money moves here.</p>
<h1>${escape(order.description ?? 'Checkout')}</h1><ul>${items}</ul>
<p class="amount">${escape(inYen(order))}</p>
${open ? buttons : `<p role="status">${wordsFor(order, session, now)}</p>`}
</body></html>`;
}

function wordsFor(order: OrderRecord, { successUrl, cancelUrl }: SessionRecord, now: number): string {
  switch (order.status) {
    case 'succeeded':
    case 'requires_capture':
      return `Paid. <a href="${escape(successUrl)}">Back to the shop</a>`;
    case 'canceled':
    case 'rejected':
    case 'failed':
      return `Not paid. <a href="${escape(cancelUrl)}">Back to the shop</a>`;
    case 'requires_authorization':
      return `This checkout is over (${new Date(now).toISOString()}).`;
  }
}

function inYen({ amount, currency }: OrderRecord): string {
  return `${amount.toLocaleString('en-US')} ${currency}`;
}

function escape(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
