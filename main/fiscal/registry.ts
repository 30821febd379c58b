import { assertNever } from '../domain/assert-never.ts';
import { createFboxFiscal } from './fbox/service.ts';
import type { FiscalService } from './service.ts';

/** Which fiscal service the shop uses, as the provision file says it (`fiscal`). */
export type FiscalSettings = { kind: 'fbox'; baseUrl: string };

/** What every service needs of the till; `onlyOrigin` is set in training and refuses any other origin. */
export type FiscalSurroundings = { timeZone: string; onlyOrigin?: string | undefined };

/** The fiscal service the settings name. A new one is one line here. */
export function fiscalService(settings: FiscalSettings, surroundings: FiscalSurroundings): FiscalService {
  switch (settings.kind) {
    case 'fbox':
      return createFboxFiscal({ ...settings, ...surroundings });
    default:
      return assertNever(settings.kind);
  }
}
