import { z } from 'zod';
import type { StartFault, TillToShell } from '../../preload/till-port.ts';

const startFaults = [
  'data-folder-in-use',
  'database-damaged',
  'database-newer',
  'database-foreign',
  'disk-full',
  'provision-refused',
  'internal',
] as const satisfies readonly StartFault[];

const schema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('refused'), fault: z.enum(startFaults), details: z.array(z.string()) }),
  z.object({ type: z.literal('keep-secrets'), secrets: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('restart-in-training') }),
  z.object({ type: z.literal('stopped') }),
]);

/** Reads what the till said; null for anything that is not in the contract. */
export const readTillMessage = (data: unknown): TillToShell | null => schema.safeParse(data).data ?? null;
