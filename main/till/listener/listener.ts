import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { insertCall } from '../../store/incoming-calls.ts';
import { faultText, say } from '../context.ts';
import type { Equipment, Till } from '../context.ts';
import { paymeRoute } from '../merchant-api/route.ts';
import type { Answered, CallRoute, Incoming } from './call.ts';
import { flittRoute } from './flitt.ts';
import type { TurnedAway } from './notes.ts';
import { openServer } from './server.ts';
import { smartpayRoute } from './smartpay.ts';

/** How the listener is; what it heard is in the database. */
export type ListenerState = { state: 'off' | 'listening' | 'failed'; port: number | null; reason: string | null };

export const listenerOff: ListenerState = { state: 'off', port: null, reason: null };

export type Listening = { stop(): Promise<void> };

/** Every route of the listener. A new one is one entry here. */
export const routes: readonly CallRoute[] = [paymeRoute, flittRoute, smartpayRoute];

/** How soon (ms) a port that was taken is tried again: at the start of a computer another program may hold it for a moment. */
const openAgainEvery = 30_000;

/**
 * Opens the listener when the shop has one, on loopback unless its settings say otherwise. A port that is taken is said once and
 * does not stop the till; it is tried again, and whatever can be asked about is asked about meanwhile.
 */
export async function startListener(till: Till, equipment: Equipment | null): Promise<Listening> {
  let stopped = false;
  let close = async (): Promise<void> => {};
  const keepOpen = async (): Promise<void> => {
    const server = await tryToOpen(till, equipment);
    if (server === 'taken') {
      const cancel = till.world.timers.after(openAgainEvery, () => void keepOpen());
      close = async () => cancel();
    } else if (server) close = () => server.close();
    if (stopped) await close();
  };
  await keepOpen();
  return {
    stop: () => {
      stopped = true;
      return close();
    },
  };
}

async function tryToOpen(till: Till, equipment: Equipment | null): Promise<FastifyInstance | 'taken' | undefined> {
  const settings = equipment?.settings.listener;
  if (!equipment || !settings) return undefined;
  try {
    const served = routes.map((route) => ({
      ...route,
      handle: (incoming: Incoming) => heard(till, equipment, route, incoming),
    }));
    const turnedAway = (call: TurnedAway): void => note(till, call, 'refused', null);
    const server = await openServer({ settings, routes: served, turnedAway, steady: till.world.steady });
    const { port } = server.server.address() as AddressInfo;
    till.listener = { state: 'listening', port, reason: null };
    till.training?.callTill(`http://127.0.0.1:${port}`);
    till.changed();
    return server;
  } catch (error) {
    if (till.listener.state !== 'failed') say(till, 'listener-failed', 'refused', { port: settings.port });
    till.listener = { state: 'failed', port: null, reason: faultText(error).split('\n')[0] ?? '' };
    till.log('listener-failed', { error: faultText(error) });
    return 'taken';
  }
}

/** A fault of ours is logged here and told as the route's protocol does: providers call again. */
async function heard(till: Till, equipment: Equipment, route: CallRoute, incoming: Incoming): Promise<Answered> {
  try {
    const answered = await route.handle(till, equipment, incoming);
    const { outcome, reason, subject } = answered;
    note(till, { route: route.path, ip: incoming.ip, reason }, outcome, subject);
    return answered;
  } catch (error) {
    till.log('fault', { what: `call ${route.name}`, error: faultText(error) });
    throw error;
  }
}

/**
 * The page of the newest calls is no reason to answer otherwise: a full disk must not turn a payment that is written down into
 * a fault.
 */
function note(till: Till, call: TurnedAway, outcome: 'accepted' | 'refused', subject: string | null): void {
  try {
    insertCall(till.db, { at: till.world.now(), ...call, outcome, subject });
  } catch (error) {
    till.log('call-not-noted', { route: call.route, reason: call.reason, error: faultText(error) });
  }
  till.changed();
}
