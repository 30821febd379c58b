import { useTranslation } from 'react-i18next';
import type { BoxLimitView, Heap, StripView } from '../../preload/api.ts';
import { formatSum } from '../i18n/format.ts';
import type { OpenFilter } from '../state/open-items.ts';
import { showOpenItems } from '../state/window.ts';
import { BoxMark } from './box-mark.tsx';
import { PersonMark } from './person-mark.tsx';
import { Pill } from './pill.tsx';
import { PrinterMark } from './printer-mark.tsx';
import { useSpan } from './span.ts';
import styles from './status-strip.module.css';

type Opens = (filter: OpenFilter) => (() => void) | undefined;

const lineTones = { up: 'sure', down: 'refused', unknown: 'rest' } as const;

type Props = { strip: StripView; now: number; signedIn: boolean };

/**
 * How the line is and every heap of unfinished business; what waits for a person comes first. Whoever is signed in is one
 * press away from the items themselves.
 */
export function Heaps({ strip, now, signedIn }: Props) {
  const { t } = useTranslation();
  const span = useSpan();
  const { queued, inDoubt, unsentFiscal, notPrinted, box } = strip;
  const age = inDoubt.oldestAt === null ? '' : ` · ${span(now - inDoubt.oldestAt)}`;
  const open: Opens = (filter) => (signedIn ? () => showOpenItems(filter) : undefined);
  return (
    <>
      <Line line={strip.line} />
      {strip.needsPerson > 0 ? <NeedsPerson count={strip.needsPerson} onPress={open('person')} /> : null}
      <HeapPill tone="doubt" heap={inDoubt} testId="in-doubt-count" onPress={open('doubt')}>
        {inDoubt.count > 0 ? `${t('strip.doubtSum', wordsOf(inDoubt))}${age}` : t('strip.doubt')}
      </HeapPill>
      <HeapPill tone="doubt" heap={queued} testId="queue-count" onPress={open('queue')}>
        {t(queued.count > 0 ? 'strip.queueSum' : 'strip.queue', wordsOf(queued))}
      </HeapPill>
      <HeapPill tone="info" heap={unsentFiscal} testId="unsent-fiscal" onPress={open('fiscal')}>
        {t('strip.fiscal', { count: unsentFiscal.count })}
      </HeapPill>
      {notPrinted.count > 0 ? <NotPrinted count={notPrinted.count} onPress={open('print')} /> : null}
      <BoxLimit box={box} onPress={open('all')} />
    </>
  );
}

const wordsOf = ({ count, amount }: Heap) => ({ count, sum: formatSum(amount) });

/** A line that is up needs no more than a word; one that is down is said in full everywhere. */
function Line({ line }: Pick<StripView, 'line'>) {
  const { t } = useTranslation();
  return (
    <Pill tone={lineTones[line]} testId="line-status" data={{ 'data-state': line }} filled={line === 'down'}>
      <span className={line === 'up' ? styles.whole : undefined}>{t(`strip.${line}`)}</span>
      {line === 'up' ? <span className={styles.first}>{t('unsettled.open.lineUp')}</span> : null}
    </Pill>
  );
}

type HeapProps = {
  tone: 'doubt' | 'info';
  heap: { count: number; amount?: number };
  testId: string;
  children: string;
  onPress: (() => void) | undefined;
};

/** A heap of unfinished business: at rest while it is empty, in the colour of its tone as soon as it is not. */
function HeapPill({ tone, heap: { count, amount }, testId, children, onPress }: HeapProps) {
  const some = count > 0;
  return (
    <Pill
      tone={some ? tone : 'rest'}
      filled={some && tone === 'doubt'}
      plain={!some}
      testId={testId}
      data={{ 'data-count': count, ...(amount === undefined ? {} : { 'data-amount': amount }) }}
      onPress={some ? onPress : undefined}
    >
      {children}
    </Pill>
  );
}

type CountProps = { count: number; onPress: (() => void) | undefined };

/** Items that do not go on by themselves. */
function NeedsPerson({ count, onPress }: CountProps) {
  const { t } = useTranslation();
  const words = t('unsettled.open.person', { count });
  const data = { 'data-count': count };
  return (
    <Pill tone="refused" filled plain testId="needs-person" data={data} onPress={onPress} label={words}>
      <PersonMark />
      <span className={styles.whole}>{words}</span>
      <span className={styles.first}>{count}</span>
    </Pill>
  );
}

function NotPrinted({ count, onPress }: CountProps) {
  const { t } = useTranslation();
  const words = t('strip.notPrinted', { count });
  return (
    <Pill tone="info" plain testId="not-printed" data={{ 'data-count': count }} onPress={onPress} label={words}>
      <PrinterMark />
      <span className={styles.whole}>{words}</span>
      <span className={styles.first}>{count}</span>
    </Pill>
  );
}

/** The limit of the fiscal box that is nearest: said before it bites. */
function BoxLimit({ box, onPress }: { box: readonly BoxLimitView[]; onPress: (() => void) | undefined }) {
  const { t } = useTranslation();
  const span = useSpan();
  const worst = box.find(({ level }) => level === 'reached') ?? box[0];
  if (!worst) return null;
  const { kind, level, value } = worst;
  const reached = level === 'reached';
  const words = kind === 'clock' ? t('unsettled.box.clockStrip', { value: span(value) }) : t('unsettled.box.strip');
  const data = { 'data-kind': kind, 'data-level': level };
  return (
    <Pill
      tone={reached ? 'refused' : 'info'}
      filled={reached}
      plain
      testId="box-limit"
      data={data}
      onPress={onPress}
      label={words}
    >
      <BoxMark reached={reached} />
      <span className={styles.whole}>{words}</span>
    </Pill>
  );
}
