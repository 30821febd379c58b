/** Why Electron is prepared: what is needed of the system depends on it. */
export type Purpose = 'start' | 'demo' | 'test' | 'pack';

/** One system package by its names: Debian 13 and Ubuntu 24.04 renamed several when time became 64 bits wide. */
export type Need = readonly [name: string, ...laterNames: string[]];

const ELECTRON: readonly Need[] = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libdrm2'],
];
const DISPLAY: readonly Need[] = [['xvfb'], ['xauth']];
const DEVICES: readonly Need[] = [['udev'], ['libusb-1.0-0']];
const TEST_TOOLS: readonly Need[] = [['socat'], ['umockdev']];
const COMPILER: readonly Need[] = [['g++'], ['make'], ['python3']];

/** The packages of Debian and Ubuntu for one purpose; the compiler only when better-sqlite3 has to be built. */
export function packagesFor(what: {
  readonly purpose: Purpose;
  readonly virtualDisplay: boolean;
  readonly compile: boolean;
}): readonly Need[] {
  return [
    ...ELECTRON,
    ...(what.virtualDisplay ? DISPLAY : []),
    ...DEVICES,
    ...(what.purpose === 'test' ? TEST_TOOLS : []),
    ...(what.compile ? COMPILER : []),
  ];
}

/** The names dpkg-query reports as installed, from its `${Package} ${Status}` lines. */
export function installedPackages(output: string): ReadonlySet<string> {
  const lines = output.split('\n').map((line) => line.trim().split(/\s+/));
  return new Set(lines.flatMap(([name, ...status]) => (name && status.at(-1) === 'installed' ? [name] : [])));
}

/** The needs of which no name is installed. */
export function missingNeeds(needs: readonly Need[], installed: ReadonlySet<string>): readonly Need[] {
  return needs.filter((names) => !names.some((name) => installed.has(name)));
}

/** The names apt-cache policy has something to install for; renamed packages live on as names without a candidate. */
export function installablePackages(output: string): ReadonlySet<string> {
  const blocks = output.split(/^(?=\S)/m);
  return new Set(
    blocks.flatMap((block) => {
      const name = /^(\S+):$/m.exec(block)?.[1];
      return name !== undefined && /Candidate: (?!\(none\))\S/.test(block) ? [name] : [];
    }),
  );
}

/** The name to install for each need: the first that has a candidate, or the first of all before any list was fetched. */
export function namesToInstall(needs: readonly Need[], installable: ReadonlySet<string>): readonly string[] {
  return needs.map((names) => names.find((name) => installable.has(name)) ?? names[0]);
}
