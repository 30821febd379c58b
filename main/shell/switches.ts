import { resolve } from 'node:path';

/** The switches of the app as design section 5 lists them; folders and files as absolute paths. */
export type Switches = {
  userDataDir: string | null;
  training: boolean;
  provisionFile: string | null;
  kiosk: boolean;
};

export type SwitchesRead = { ok: true; switches: Switches } | { ok: false; fault: string };

const withPath = ['--user-data-dir', '--provision'] as const;

/**
 * Reads our switches from the command line and leaves Chromium's own alone.
 * Relative paths count from `cwd`. The last one wins when a switch is repeated, as in Chromium.
 * A path switch without a path is a fault: silently starting on the default folder could mix two shops.
 */
export const readSwitches = (argv: readonly string[], cwd: string): SwitchesRead => {
  const pathless = withPath.find((name) => argv.includes(name) || argv.includes(`${name}=`));
  if (pathless !== undefined) return { ok: false, fault: `${pathless} needs a path: ${pathless}=PATH` };
  const path = (name: string): string | null => {
    const given = argv.findLast((word) => word.startsWith(`${name}=`));
    return given === undefined ? null : resolve(cwd, given.slice(name.length + 1));
  };
  return {
    ok: true,
    switches: {
      userDataDir: path('--user-data-dir'),
      training: argv.includes('--training'),
      provisionFile: path('--provision'),
      kiosk: !argv.includes('--no-kiosk'),
    },
  };
};
