import type { AmountUnit } from '../domain/money.ts';
import { assertNever } from '../domain/assert-never.ts';
import { createFboxPaymeGo } from './fbox/payme-go.ts';
import type { CodeProvider } from './provider.ts';

/** Which provider charges scanned codes, as the provision file says it (`paymeGo`). */
export type CodeProviderSettings = {
  kind: 'fbox';
  baseUrl: string;
  amountUnit: AmountUnit;
  sendRegisterIds: boolean;
  timeoutSeconds: number;
};

/** What every provider may need of the till; `onlyOrigin` is set in training and refuses any other origin. */
export type ProviderSurroundings = { kkmId: string; deviceId: string; onlyOrigin?: string | undefined };

/** The provider the settings name. A new one is one line here. */
export function codeProvider(settings: CodeProviderSettings, surroundings: ProviderSurroundings): CodeProvider {
  switch (settings.kind) {
    case 'fbox':
      return createFboxPaymeGo({ ...settings, ...surroundings });
    default:
      return assertNever(settings.kind);
  }
}
