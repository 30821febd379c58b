import { parseArgs } from 'node:util';

/** How large the shop is, and whether stdout is for programs. */
export type BenchOptions = { items: number; past: number; json: boolean };

export type ReadArguments = { ok: true; options: BenchOptions } | { ok: false; fault: string };

const usage = 'npm run bench -- [--past=N completed sales] [--items=N goods] [--json]';

/**
 * Reads the command line. The past is 20,000 sales unless told, so that a run takes about a minute; the budgets of the
 * design are meant at `--past=200000`, which is worth its minutes before a release.
 */
export function readArguments(args: readonly string[]): ReadArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        past: { type: 'string', default: '20000' },
        items: { type: 'string', default: '100000' },
      },
    });
    const [items, past] = [count(values.items), count(values.past)];
    if (items === undefined || past === undefined || items < 1000)
      return { ok: false, fault: `--past and --items are whole numbers, --items at least 1000\n${usage}` };
    return { ok: true, options: { items, past, json: values.json } };
  } catch (error) {
    return { ok: false, fault: `${error instanceof Error ? error.message : String(error)}\n${usage}` };
  }
}

function count(text: string): number | undefined {
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}
