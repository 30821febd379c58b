/**
 * What the fiscal box tells about itself: its clock, what the tax office has not got yet and since when, how much of its life
 * is used. Times in ms; a time or a limit it does not tell is null.
 */
export type BoxFacts = {
  currentTime: number | null;
  unsentReceipts: number;
  unsentLimit: number | null;
  unsentSince: number | null;
  zReports: number;
  zReportLimit: number | null;
};

/**
 * A limit of the fiscal box that is near or reached. `clock` is how far (ms) till and box are apart, `unsent-age` how old (ms)
 * the oldest receipt is that the tax office has not got; the other two are counts.
 */
export type BoxLimit = {
  kind: 'clock' | 'unsent' | 'unsent-age' | 'z-reports';
  level: 'near' | 'reached';
  value: number;
  limit: number;
};

/** FBOX refuses a document whose time is more than five minutes off (its Errors.md, 104 "Invalid time"). */
const clockLimit = 5 * 60_000;
const clockNear = 2 * 60_000;

/** Receipts unsent for two days stop the module (0x9031; FBOX 36889). A day leaves a working day to mend the line. */
const unsentAgeLimit = 48 * 3_600_000;
const unsentAgeNear = 24 * 3_600_000;

/** Every limit that is near or reached at `now` (ms, the till's wall clock, which is what is sent to the box). */
export function boxLimits(box: BoxFacts, now: number): BoxLimit[] {
  const apart = box.currentTime === null ? 0 : Math.abs(now - box.currentTime);
  const age = box.unsentSince === null ? 0 : (box.currentTime ?? now) - box.unsentSince;
  return [
    ...limit('clock', apart, clockNear, clockLimit),
    ...share('unsent', box.unsentReceipts, 50, box.unsentLimit),
    ...limit('unsent-age', age, unsentAgeNear, unsentAgeLimit),
    ...share('z-reports', box.zReports, 95, box.zReportLimit),
  ];
}

/** Limits that are new in `now`, or that were only near `before`. */
export function newlyReached(before: readonly BoxLimit[], now: readonly BoxLimit[]): BoxLimit[] {
  return now.filter(({ kind, level }) => {
    const known = before.find((one) => one.kind === kind);
    return known === undefined || (known.level === 'near' && level === 'reached');
  });
}

/** A count of which the box takes no more than `most`; near from `percent` of it on. */
function share(kind: BoxLimit['kind'], value: number, percent: number, most: number | null): BoxLimit[] {
  return most === null ? [] : limit(kind, value, Math.ceil((most * percent) / 100), most);
}

function limit(kind: BoxLimit['kind'], value: number, near: number, most: number): BoxLimit[] {
  if (value < near) return [];
  return [{ kind, level: value < most ? 'near' : 'reached', value, limit: most }];
}
