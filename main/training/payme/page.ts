import type { Tiyin } from '../../domain/money.ts';
import type { Step } from './conversation.ts';
import type { PageOutcome } from './link-payment.ts';
import { pageWords } from './page-words.ts';
import { shopName } from './shown.ts';

/** What the checkout page shows; `amount` in tiyin. */
export type PageFacts = {
  amount: Tiyin;
  account: Readonly<Record<string, string>>;
  description: string;
  language: 'ru' | 'uz' | 'en';
};

/** The page a customer opens on the phone: whose payment, how much, and two ways on. It loads nothing from anywhere. */
export function checkoutPage(facts: PageFacts): string {
  const words = pageWords[facts.language];
  return page(
    facts,
    `<form method="post">
    ${button('pay', words.pay)}${button('empty', words.empty)}${button('decline', words.decline)}
  </form>`,
  );
}

/** The page after a press, with everything Payme and the shop's server said to each other. */
export function outcomePage(facts: PageFacts, { kind, words, steps }: PageOutcome): string {
  const said = pageWords[facts.language][kind];
  const why = words === '' ? '' : `<p data-words>${safe(words)}</p>`;
  return page(facts, `<p class="said" data-outcome="${kind}">${said}</p>${why}<ol>${steps.map(step).join('')}</ol>`);
}

/** The page behind an address that leads to nothing. */
export function lostPage(): string {
  return frame(`<p class="said" data-outcome="refused">${pageWords.ru.lost}<br>${pageWords.uz.lost}</p>`);
}

function page({ amount, account, description }: PageFacts, below: string): string {
  const fields = Object.entries(account).map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`);
  const about = description === '' ? '' : `<p>${safe(description)}</p>`;
  return frame(`<h1>${safe(shopName)}</h1>${about}<p class="sum" data-amount="${amount}">${sums(amount)}</p>
    <dl>${fields.join('')}</dl>${below}`);
}

function step({ method, answer }: Step): string {
  return `<li><b>${safe(method)}</b> ${safe(answer)}</li>`;
}

function button(act: string, label: string): string {
  return `<button name="act" value="${act}">${label}</button>`;
}

/** An amount as people read it: groups of three, and the tiyin only where there are any. */
function sums(amount: Tiyin): string {
  const whole = String(Math.floor(amount / 100)).replaceAll(/\B(?=(\d{3})+$)/g, '\u00A0');
  const rest = amount % 100;
  return `${whole}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`} UZS`;
}

function safe(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function frame(body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>Payme (training)</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:18px/1.4 system-ui,sans-serif;max-width:26rem;margin:0 auto;padding:1.5rem;background:#fff;color:#1b1b1f}
h1{font-size:1.3rem}.sum{font-size:2rem;font-weight:700}dt{color:#5b5b66;font-size:.9rem}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
button{display:block;width:100%;min-height:56px;margin:.75rem 0;font:inherit;border:1px solid #888;border-radius:10px;background:#f4f4f6}
button[value=pay]{background:#0a7a6f;border-color:#0a7a6f;color:#fff}.said{font-size:1.3rem;font-weight:700}
li{overflow-wrap:anywhere;font-size:.85rem}</style></head><body>${body}</body></html>`;
}
