import type { PageOutcome } from './link-payment.ts';

type Words = Readonly<Record<PageOutcome['kind'] | 'pay' | 'empty' | 'decline' | 'lost', string>>;

/** What the training page says to a customer. */
export const pageWords: Readonly<Record<'ru' | 'uz' | 'en', Words>> = {
  ru: {
    pay: 'Оплатить',
    empty: 'Оплатить картой без денег',
    decline: 'Не платить',
    paid: 'Оплачено',
    held: 'Сумма удержана на карте',
    refused: 'Не оплачено',
    declined: 'Вы не заплатили. Магазину об этом не сообщают.',
    waiting: 'Деньги списаны, магазин ещё не ответил',
    lost: 'Такого платежа нет',
  },
  uz: {
    pay: 'Toʻlash',
    empty: 'Pulsiz karta bilan toʻlash',
    decline: 'Toʻlamaslik',
    paid: 'Toʻlandi',
    held: 'Pul kartada band qilindi',
    refused: 'Toʻlanmadi',
    declined: 'Siz toʻlamadingiz. Doʻkonga bu haqda xabar berilmaydi.',
    waiting: 'Pul yechildi, doʻkon hali javob bermadi',
    lost: 'Bunday toʻlov yoʻq',
  },
  en: {
    pay: 'Pay',
    empty: 'Pay with an empty card',
    decline: 'Do not pay',
    paid: 'Paid',
    held: 'The money is held on the card',
    refused: 'Not paid',
    declined: 'You have not paid. The shop is not told of it.',
    waiting: 'The money was taken, the shop has not answered yet',
    lost: 'There is no such payment',
  },
};
