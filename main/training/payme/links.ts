import type { Merchant } from '../payme-caller/call.ts';
import type { Receipt } from '../wallet/book.ts';
import { conversation } from './conversation.ts';
import { close, payLink, withdraw, type Customer, type LinkOffice, type PageOutcome } from './link-payment.ts';
import type { LinkSaid } from './link-blob.ts';

/** The payments made by links to one shop, whose server Payme calls about each of them. */
export type Links = {
  setMerchant: (merchant: Merchant | null) => void;
  pay: (said: LinkSaid, customer?: Customer) => Promise<PageOutcome>;
  /** Queues the payment of a link for cancelling and tells the shop; undefined when the receipt is not a paid one of a link. */
  giveBack: (receiptId: string) => Receipt | undefined;
  /** What became of the giving back that is under way; undefined when none is. */
  settled: (receiptId: string) => Promise<PageOutcome> | undefined;
  /** Goes on with a payment that waits for the shop's server, or is to go back; undefined when there is nothing to do. */
  goOn: (receiptId: string) => Promise<PageOutcome> | undefined;
  /** Settles when nothing is being said to the shop any more. */
  quiet: () => Promise<unknown>;
};

/** No payments yet; without a merchant no link can be paid. */
export function createLinks(office: Omit<LinkOffice, 'fiscal'>, merchant: Merchant | null): Links {
  const whole: LinkOffice = { ...office, fiscal: new Set() };
  const made = new Set<string>();
  const underWay = new Set<Promise<unknown>>();
  const goingBack = new Map<string, Promise<PageOutcome>>();
  let shop = merchant;
  const follow = <Done>(work: Promise<Done>): Promise<Done> => {
    const followed = work.finally(() => underWay.delete(followed));
    underWay.add(followed);
    return followed;
  };
  const goOn: Links['goOn'] = (receiptId) => {
    const receipt = made.has(receiptId) ? office.wallet.find(receiptId) : undefined;
    if (!receipt || !shop) return undefined;
    const talk = conversation(shop, office.wait);
    if (receipt.state === 30) return follow(close(whole, talk, receipt));
    return receipt.state === 21 ? follow(withdraw(whole, talk, receiptId)) : undefined;
  };
  return {
    setMerchant: (next) => void (shop = next),
    async pay(said, customer = {}) {
      if (!shop) return { kind: 'refused', receiptId: null, words: '-31601', steps: [] };
      const outcome = await follow(payLink(whole, shop, said, customer));
      if (outcome.receiptId !== null) made.add(outcome.receiptId);
      return outcome;
    },
    giveBack(receiptId) {
      const state = made.has(receiptId) ? office.wallet.find(receiptId)?.state : undefined;
      if (state !== 4 && state !== 30) return undefined;
      office.wallet.setState(receiptId, 21);
      const back = goOn(receiptId);
      if (back) goingBack.set(receiptId, back);
      return office.wallet.find(receiptId);
    },
    settled: (receiptId) => goingBack.get(receiptId),
    goOn,
    quiet: () => Promise.all(underWay),
  };
}
