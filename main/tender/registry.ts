import type { AmountUnit } from '../domain/money.ts';
import { assertNever } from '../domain/assert-never.ts';
import { createFboxPaymeGo } from './fbox/payme-go.ts';
import type { CodeProvider, Line } from './provider.ts';
import { createSubscribePaymeGo } from './subscribe/payme-go.ts';

/** Where a Payme cashbox is reached, and its key. */
type CashboxSettings = { baseUrl: string; cashboxId: string; key: string };

/** Which provider charges scanned codes, as the provision file says it (`paymeGo`). */
export type CodeProviderSettings =
  | {
      kind: 'fbox';
      baseUrl: string;
      amountUnit: AmountUnit;
      sendRegisterIds: boolean;
      timeoutSeconds: number;
      cashbox?: CashboxSettings | undefined;
    }
  | ({ kind: 'subscribe'; timeoutSeconds: number } & CashboxSettings);

/** What every provider may need of the till; `onlyOrigins` is set in training and refuses any other origin on each line. */
export type ProviderSurroundings = {
  kkmId: string;
  deviceId: string;
  onlyOrigins?: Readonly<Record<Line, string>> | undefined;
};

/** The provider the settings name. A new one is one line here. */
export function codeProvider(settings: CodeProviderSettings, surroundings: ProviderSurroundings): CodeProvider {
  const { onlyOrigins, ...register } = surroundings;
  switch (settings.kind) {
    case 'fbox': {
      const cashbox = settings.cashbox && { ...settings.cashbox, onlyOrigin: onlyOrigins?.payme };
      return createFboxPaymeGo({ ...settings, ...register, cashbox, onlyOrigin: onlyOrigins?.box });
    }
    case 'subscribe':
      return createSubscribePaymeGo({ ...settings, ...register, onlyOrigin: onlyOrigins?.payme });
    default:
      return assertNever(settings);
  }
}
