import { askFbox } from '../../wire/fbox.ts';
import type { FboxReply, FboxRequest } from '../../wire/fbox.ts';
import type { FiscalService, RegisterOutcome, ZOutcome } from '../service.ts';
import { buildOrder, buildRefund } from './order.ts';
import type { Built } from './order.ts';
import { findOutcome, registerOutcome } from './register.ts';
import { closeOutcome, openOutcome, readInfo, readZState } from './shift.ts';
import { boxTime } from './time.ts';

/** `timeZone` is the shop's; `timeoutMs` bounds each call. */
export type FboxFiscalSettings = {
  baseUrl: string;
  timeZone: string;
  timeoutMs?: number;
  onlyOrigin?: string | undefined;
};

/** A box that prints, or waits for the tax office, answers within seconds; its documents give no figure. */
const usualTimeoutMs = 30_000;

type Ask = (request: FboxRequest) => Promise<FboxReply>;

/**
 * Fiscal receipts through FBOX. `register`, `refund`, `openShift` and `closeShift` ask once and are never repeated here:
 * after a lost answer the caller asks `find` or `shiftState`, which may be repeated freely.
 */
export function createFboxFiscal(settings: FboxFiscalSettings): FiscalService {
  const ask: Ask = (request) => askFbox(settings, request, settings.timeoutMs ?? usualTimeoutMs);
  const get = (path: string) => ask({ method: 'GET', path });
  return {
    name: 'fbox',
    register: (sale) => register(ask, '/order/create/', buildOrder(sale, settings.timeZone)),
    refund: (refund) => register(ask, '/order/refuse/', buildRefund(refund, settings.timeZone)),
    find: async (documentId, operation) => findOutcome(await get('/order/last/'), documentId, operation),
    openShift: (at) => openShift(ask, boxTime(at, settings.timeZone)),
    closeShift: async (at) => closeOutcome(await ask(zRequest('close', boxTime(at, settings.timeZone)))),
    shiftState: async () => readZState(await get('/zreport/info/')),
    info: async () => readInfo(await get('/info/'), settings.timeZone),
  };
}

async function register(ask: Ask, path: string, built: Built): Promise<RegisterOutcome> {
  if (!built.ok) return { kind: 'refused', code: built.code, message: '' };
  return registerOutcome(await ask({ method: 'POST', path, body: built.order }));
}

async function openShift(ask: Ask, time: string): Promise<ZOutcome> {
  const reply = await ask(zRequest('open', time));
  if (reply.kind !== 'success') return openOutcome(reply, { kind: 'unreachable', reason: 'not-asked' });
  return openOutcome(reply, readZState(await ask({ method: 'GET', path: '/zreport/info/' })));
}

/** The GET forms act without printing on the box's own printer; Kassa prints its reports itself. */
function zRequest(what: 'open' | 'close', time: string): FboxRequest {
  return { method: 'GET', path: `/zreport/${what}/`, query: { time } };
}
