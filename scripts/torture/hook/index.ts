import { boundariesPassed, dieAt, sayInto } from './boundaries.ts';
import { watchCalls } from './calls.ts';
import { liveByClock, setClock } from './clock.ts';
import { useCodeKey } from './code-key.ts';
import { leaveRoom, watchDisk } from './full-disk.ts';
import type { LaterOrders, Orders } from './orders.ts';
import { ordersVariable } from './orders.ts';
import { sabotage } from './sabotage.ts';
import { watchWrites } from './writes.ts';

/**
 * Loaded before the till with `--import`: gives the process a clock, a disk and a moment to die that the campaign
 * decides. Nothing of this is part of what is shipped.
 */
const first: Partial<Orders> = JSON.parse(process.env[ordersVariable] ?? '{}');

if (first.clock) setClock(first.clock);
if (first.clock) liveByClock();
if (first.codeKey !== undefined) useCodeKey(first.codeKey);
sayInto(first.wordsFile);
watchWrites();
watchCalls();
watchDisk();
sabotage(first.sabotage ?? null);
dieAt(first.die ?? null);
leaveRoom(first.roomPages ?? null);
process.on('message', (message) => {
  if (isOrder(message)) obey(message);
});
keepEarlyMessages();

function obey({ torture }: LaterOrders): void {
  if (torture.clock) setClock(torture.clock);
  if (torture.die !== undefined) dieAt(torture.die);
  if (torture.roomPages !== undefined) leaveRoom(torture.roomPages);
  if (torture.count) process.send?.({ counted: boundariesPassed() });
}

function isOrder(message: unknown): message is LaterOrders {
  return typeof message === 'object' && message !== null && 'torture' in message;
}

/** What arrives before the till listens would be lost, because somebody (we) already does. */
function keepEarlyMessages(): void {
  const early: unknown[] = [];
  const keep = (message: unknown): void => void (isOrder(message) || early.push(message));
  process.on('message', keep);
  process.on('newListener', function deliver(event) {
    if (event !== 'message') return;
    process.off('newListener', deliver);
    process.off('message', keep);
    setImmediate(() => early.forEach((message) => process.emit('message', message, undefined)));
  });
}
