/** A call that was turned away before a route read it. */
export type TurnedAway = { route: string; ip: string; reason: string };

const minute = 60_000;

/** How many calls (a minute) that were turned away are written down: a flood must not keep the disk busy. */
const mostNotes = 60;

/**
 * Writes down that an address was turned away, once a minute for each reason, so that neither the disk nor the page of the newest
 * calls belongs to whoever knocks most. `steady` is a clock nobody can set (ms).
 */
export function noteSparingly(note: (call: TurnedAway) => void, steady: () => number): (call: TurnedAway) => void {
  const told = new Set<string>();
  let since = steady();
  return (call) => {
    if (steady() - since >= minute) {
      told.clear();
      since = steady();
    }
    const what = `${call.ip} ${call.reason}`;
    if (told.size >= mostNotes || told.has(what)) return;
    told.add(what);
    note(call);
  };
}
