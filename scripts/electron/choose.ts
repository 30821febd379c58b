/** What is known about this machine before anything is fetched. */
export interface Facts {
  /** ELECTRON_OVERRIDE_DIST_PATH, when set. */
  readonly given: string | undefined;
  /** Whether node_modules/electron already has its own binary in the right version. */
  readonly installed: boolean;
  /** When the official download last failed from this same place, in ms. */
  readonly officialFailedAt: number | undefined;
  readonly platform: string;
  readonly arch: string;
  readonly now: number;
}

export type Source = 'given' | 'installed' | 'official' | 'registry';

const DAY_MS = 86_400_000;

/**
 * The places to take Electron from, best first. Electron's own binary wins wherever it can be had; a machine that could
 * not reach it is not asked again for a day, so that a start is not delayed each time.
 */
export function chooseSources(facts: Facts): readonly Source[] {
  if (facts.given !== undefined && facts.given !== '') return ['given'];
  if (facts.installed) return ['installed'];
  if (!(facts.platform === 'linux' && facts.arch === 'x64')) return ['official'];
  return failedLately(facts) ? ['registry'] : ['official', 'registry'];
}

function failedLately({ officialFailedAt, now }: Facts): boolean {
  return officialFailedAt !== undefined && officialFailedAt <= now && now - officialFailedAt < DAY_MS;
}
