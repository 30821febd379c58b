import { resolve } from 'node:path';

/** Where the customer's screen is: on a second display when there is one, in an ordinary window beside the register, nowhere. */
const customerDisplays = ['auto', 'window', 'off'] as const;
export type CustomerDisplay = (typeof customerDisplays)[number];

/** The switches of the app as design section 5 lists them; folders and files as absolute paths. */
export type Switches = {
  userDataDir: string | null;
  training: boolean;
  provisionFile: string | null;
  kiosk: boolean;
  customerDisplay: CustomerDisplay;
};

export type SwitchesRead = { ok: true; switches: Switches } | { ok: false; fault: string };

const withPath = ['--user-data-dir', '--provision'] as const;

/**
 * Reads our switches from the command line and leaves Chromium's own alone.
 * Relative paths count from `cwd`. The last one wins when a switch is repeated, as in Chromium.
 * A path switch without a path is a fault: silently starting on the default folder could mix two shops. So is a customer's screen
 * that cannot be: somebody would wait for it.
 */
export const readSwitches = (argv: readonly string[], cwd: string): SwitchesRead => {
  const pathless = withPath.find((name) => argv.includes(name) || argv.includes(`${name}=`));
  if (pathless !== undefined) return { ok: false, fault: `${pathless} needs a path: ${pathless}=PATH` };
  const given = (name: string): string | null =>
    argv.findLast((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  const path = (name: string): string | null => {
    const said = given(name);
    return said === null ? null : resolve(cwd, said);
  };
  const wanted = given('--customer-display') ?? 'auto';
  const customerDisplay = customerDisplays.find((mode) => mode === wanted);
  if (customerDisplay === undefined) {
    return { ok: false, fault: `--customer-display is one of ${customerDisplays.join(', ')}, not ${wanted}` };
  }
  return {
    ok: true,
    switches: {
      userDataDir: path('--user-data-dir'),
      training: argv.includes('--training'),
      provisionFile: path('--provision'),
      kiosk: !argv.includes('--no-kiosk'),
      customerDisplay,
    },
  };
};
