import type { AttemptState } from '../../../main/domain/attempt.ts';
import { tiyin } from '../../../main/domain/money.ts';
import type { Booked } from '../../../main/domain/statement.ts';
import type { Db } from '../../../main/store/database.ts';
import { obligationsFor } from '../../../main/store/outbox.ts';
import type { Obligation } from '../../../main/store/outbox.ts';
import { setSaleState } from '../../../main/store/sales.ts';
import { insertStaff } from '../../../main/store/staff.ts';
import type { BookPage } from '../../../main/tender/provider.ts';
import type { Equipment, Till } from '../../../main/till/context.ts';
import { morning, openShopFile, queueAttempt, walk } from '../store/shop-file.ts';
import { handClock } from './clock.ts';
import type { Clock } from './clock.ts';

/** The day the shop of the tests sells on, and the hour after which the day before is matched. */
export const today = '2026-11-21';
export const midnight = Date.UTC(2026, 10, 21, 19, 0, 0);
export const price = tiyin(3_150_000);

export type Bench = {
  db: Db;
  clock: Clock;
  till: Till;
  equipment: Equipment;
  log: string[];
  woken: string[];
  /** The periods the book was asked for, oldest first. */
  asked: { from: number; to: number; offset: number }[];
  matchesOwed(date: string): Obligation['state'][];
};

/** A shop of 21 November, Dilnoza's shift open since 9:00, whose provider answers from `pages`; null has no book. */
export function matchBench(pages: BookPage[] | null): Bench {
  const db = openShopFile();
  insertStaff(db, { id: 'aziz', name: 'Aziz', role: 'manager', pinHash: 'x', language: 'ru' });
  setSaleState(db, 'sale-1', 'tendering');
  const clock = handClock(morning);
  const [log, woken, asked]: [string[], string[], Bench['asked']] = [[], [], []];
  let ids = 0;
  const page = async (period: Bench['asked'][number]): Promise<BookPage> => {
    asked.push(period);
    return pages?.shift() ?? bookPage([]);
  };
  const equipment = {
    settings: { shop: { timezone: 'Asia/Tashkent' }, register: { kkmId: '11', deviceId: '12' } },
    payme: { name: 'subscribe', line: 'payme', book: pages && { line: 'payme', page } },
    checkouts: new Map(),
    fiscal: {},
  } as unknown as Equipment;
  const till = {
    db,
    world: { now: clock.now, steady: clock.steady, timers: clock.timers, newId: () => `id-${++ids}` },
    equipment,
    memo: { message: null, sound: null, lines: { box: 'unknown', payme: 'unknown' } },
    changed: () => {},
    wake: (lane: string) => woken.push(lane),
    wakeNow: (lane: string) => woken.push(`${lane} now`),
    log: (event: string) => log.push(event),
  } as unknown as Till;
  const matchesOwed = (date: string): Obligation['state'][] => obligationsFor(db, date).map(({ state }) => state);
  return { db, clock, till, equipment, log, woken, asked, matchesOwed };
}

/** A payment of the book, made for the attempt sent a second after 9:00. */
export function booked(part: Partial<Booked> = {}): Booked {
  const account = { kkmId: '11', deviceId: '12', document: null };
  const money = { amount: price, currency: 'UZS', state: 'paid', hasFiscal: null } as const;
  return { paymentId: 'p1', createdAt: morning + 1500, account, ...money, ...part };
}

export function bookPage(rows: Booked[], more = false): BookPage {
  return { kind: 'page', rows, more };
}

/** Attempt "a1" of the sale, walked through `states`. */
export function attempt(db: Db, states: AttemptState[], paymentId = 'p1'): void {
  queueAttempt(db, 'a1');
  const facts = { providerPaymentId: paymentId, transactionId: null, kkmId: null, deviceId: null, clientPhone: null };
  if (states.includes('paid')) walk(db, 'a1', states, facts);
  else walk(db, 'a1', states, { ...facts, providerPaymentId: null as never });
}
