import type { TFunction } from 'i18next';
import type { BoxLimitView, OpenItem } from '../../../preload/api.ts';
import type { Tone } from '../../components/mark.tsx';
import { reasonWords } from '../../i18n/unsettled/reason-words.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import { groupOf } from '../../state/open-items.ts';

type Span = (ms: number) => string;

/** Amber is for money in doubt or waiting, red for what the other side refused, blue for the rest. */
export function toneOf({ kind }: Pick<OpenItem, 'kind'>): Tone {
  const group = groupOf({ kind });
  if (group === 'doubt' || group === 'queue' || group === 'returning') return 'doubt';
  return group === 'unpaid' || kind === 'fiscal-refused' || kind === 'finding' || kind === 'z-not-taken'
    ? 'refused'
    : 'info';
}

/** What was last heard, in a whole sentence, with the other side's own words behind it. */
export function lastWords(t: TFunction, item: OpenItem): string {
  if (item.finding) return t(`unsettled.finding.${item.finding.kind}.said`, { wallet: walletOf(item.tender) });
  const { last, released } = item;
  const gone = released ? `${t('unsettled.open.releasedBy', released)}.` : '';
  if (!last) return gone === '' && isAnswered(item.kind) ? t('unsettled.open.noAnswerYet') : gone;
  const says = last.message ? t('unsettled.open.says', { message: last.message }) : '';
  return [gone, reasonWords(t, last.reason, walletOf(item.tender)).said, says].filter(Boolean).join(' ');
}

/** What somebody else has to answer; the rest waits for us. */
const isAnswered = (kind: OpenItem['kind']): boolean =>
  kind === 'in-doubt' || kind === 'cancelling' || kind === 'fiscal-in-doubt';

const counted = {
  send: 'sendIn',
  ask: 'askIn',
  'give-back': 'give-backIn',
  'take-back': 'take-backIn',
  register: 'registerIn',
  confirm: 'confirmIn',
  print: 'printIn',
} as const;

/** What happens next and in how long, for a queued code how long it lives; `now` is the till's clock in ms. */
export function nextWords(
  t: TFunction,
  { next, needsPerson, kind, tender }: OpenItem,
  now: number,
  span: Span,
): string {
  const { what, at } = next;
  const wallet = walletOf(tender);
  if (what === 'shift') return t('unsettled.next.shift');
  if (what === 'person' || needsPerson)
    return t(isForManager(kind) ? 'unsettled.next.person' : 'unsettled.next.someone');
  if (at === null || (what === 'send' && at <= now)) return t(`unsettled.next.${what}`, { wallet });
  return at <= now ? t('unsettled.next.now') : t(`unsettled.next.${counted[what]}`, { wallet, time: span(at - now) });
}

const isForManager = (kind: OpenItem['kind']): boolean => kind !== 'not-printed' && kind !== 'not-confirmed';

/** A limit of the fiscal box as a sentence: counts as they are, the clock and the age as spans. */
export function limitWords(t: TFunction, { kind, value, limit }: BoxLimitView, span: Span): string {
  const shown = kind === 'clock' || kind === 'unsent-age' ? span : String;
  return t(`unsettled.box.${kind}`, { value: shown(value), limit: shown(limit) });
}

/** `2026-11-21` as it is said here: `21.11`. */
export function dayOf(date: string): string {
  return date.split('-').toReversed().slice(0, 2).join('.');
}
