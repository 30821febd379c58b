import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWallets } from './wallets.ts';
import type { Wallets } from './wallets.ts';
import { startFbox } from '../../main/training/fbox/server.ts';
import type { Fbox } from '../../main/training/fbox/server.ts';
import { startPayme } from '../../main/training/payme/server.ts';
import type { Payme, PaymeOptions } from '../../main/training/payme/server.ts';
import { startVirtualPrinter } from '../../main/training/printer/server.ts';
import type { VirtualPrinter } from '../../main/training/printer/server.ts';
import { createWallet } from '../../main/training/wallet/wallet.ts';
import type { Chance } from './chance.ts';
import { layLine } from './line/faulty-line.ts';
import type { FaultyLine, LineListener, Size } from './line/faulty-line.ts';
import type { FaultKind } from './line/faults.ts';
import { asOne } from './line/lines.ts';
import { barakaProvision, cashbox, register } from './provision.ts';
import type { PaymeWay } from './provision.ts';
import { catalogueCsv, patience } from './shop.ts';
import type { WorldClock } from './world-clock.ts';

/**
 * The world around a till that may die: its folder, the box and Payme with the books they keep themselves, the lines to
 * them, a printer. All outlive the till.
 */
export type Surroundings = {
  clock: WorldClock;
  way: PaymeWay;
  dir: string;
  provisionFile: string;
  database: string;
  box: Fbox;
  payme: Payme;
  /** All lines as one. */
  line: Omit<FaultyLine, 'url'>;
  boxLine: FaultyLine;
  paymeLine: FaultyLine;
  printer: VirtualPrinter;
  /** Flitt, Smartpay and the way in for Payme's own calls, in a shop that shows QRs. */
  wallets: Wallets | null;
  /** Every customer's code ever issued. */
  codes: string[];
  issueCode(lifetimeMs?: number): string;
  /** Faults that really struck. */
  faults: Partial<Record<FaultKind, number>>;
  struck(kind: FaultKind): void;
  /** How many calls went over the lines, spoilt or not. */
  calls(): number;
  /** Bytes of the longest call of each kind that was answered, and of the longest answer. */
  sizes: Map<string, Size>;
  close(): Promise<void>;
};

export type SurroundingsSettings = {
  clock: WorldClock;
  chance: Chance;
  way: PaymeWay;
  /** How this Payme behaves where its documents are silent. */
  payme?: Pick<PaymeOptions, 'latencyMs' | 'cancelsUnpaid'>;
  /** A shop that shows QRs beside scanning codes. */
  checkouts?: boolean;
};

/** Opens the surroundings on loopback and in a temporary folder. */
export async function openSurroundings(settings: SurroundingsSettings): Promise<Surroundings> {
  const { clock, chance, way, payme } = settings;
  const dir = mkdtempSync(join(tmpdir(), 'kassa-torture-'));
  const simulators = await startSimulators(clock, chance, payme);
  const { box, printer } = simulators;
  const faults: Surroundings['faults'] = {};
  const struck = (kind: FaultKind): void => void (faults[kind] = (faults[kind] ?? 0) + 1);
  const sizes: Surroundings['sizes'] = new Map();
  const answered = (call: string, { request, answer }: Size): void => {
    const { request: asked, answer: said } = sizes.get(call) ?? { request: 0, answer: 0 };
    sizes.set(call, { request: Math.max(asked, request), answer: Math.max(said, answer) });
  };
  let calls = 0;
  const hear: LineListener = { fault: struck, answered, asked: () => void (calls += 1) };
  const boxLine = await layLine(new URL(box.url), clock, hear);
  const paymeLine = await layLine(new URL(simulators.payme.url), clock, hear);
  const lines = [boxLine, paymeLine];
  const wallets = settings.checkouts
    ? await openWallets({ clock, chance, hear, lines, payme: simulators.payme })
    : null;
  const line = asOne([...lines, ...(wallets?.lines ?? [])]);
  const at = { box: boxLine.url, payme: paymeLine.url, printerPort: printer.port };
  const provisionFile = join(dir, 'provision.json');
  writeFileSync(join(dir, 'goods.csv'), catalogueCsv);
  writeFileSync(
    provisionFile,
    JSON.stringify({ ...barakaProvision(at, { ...patience, payme: way, paper: 'text' }), ...wallets?.settings }),
  );
  const codes: string[] = [];
  return {
    ...simulators,
    wallets,
    clock,
    way,
    dir,
    provisionFile,
    database: join(dir, 'till', 'kassa.db'),
    line,
    boxLine,
    paymeLine,
    codes,
    issueCode: (lifetimeMs = 120_000) => {
      const code = box.issueCode({ lifetimeMs });
      codes.push(code);
      return code;
    },
    faults,
    struck,
    calls: () => calls,
    sizes,
    close: async () => {
      await line.close();
      await Promise.all([box.close(), simulators.payme.close(), printer.close(), wallets?.close()]);
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Simulators = Pick<Surroundings, 'box' | 'payme' | 'printer'>;

/** Box and Payme know the same customers: whoever charges, it is one book. */
async function startSimulators(
  { now, wait }: WorldClock,
  chance: Chance,
  terms: SurroundingsSettings['payme'] = {},
): Promise<Simulators> {
  const random = chance.fork('wallet').next;
  const wallet = createWallet({ now, random });
  const world = { now, wait, random, wallet };
  const shop = { amountUnit: 'sum', inn: '123456789', companyName: 'Baraka' } as const;
  return {
    box: await startFbox({ ...world, ...register, ...shop, terminalId: 'ZZ000000000000' }),
    payme: await startPayme({ ...world, ...cashbox, ...terms }),
    printer: await startVirtualPrinter(),
  };
}
