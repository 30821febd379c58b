import type { Orders } from './orders.ts';
import type { Credentials } from './request.ts';

/** Everything an endpoint may touch; `origin` is where the hosted pages lie. */
export type Shop = { who: Credentials; testMode: boolean; orders: Orders; origin: () => string };
