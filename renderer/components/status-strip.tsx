import { useTranslation } from 'react-i18next';
import type { Heap, StripView, TillView } from '../../preload/api.ts';
import { formatSum, formatTime } from '../i18n/format.ts';
import { useNow } from '../state/use-now.ts';
import { LanguageMenu } from './language-menu.tsx';
import { Pill } from './pill.tsx';
import { useSpan } from './span.ts';
import styles from './status-strip.module.css';

/** Who sells where, how the line is, and every heap of unfinished business: always there, never scrolled away. */
export function StatusStrip({ view }: { view: TillView | null }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <header className={styles.strip} aria-label={t('strip.label')}>
      <Who view={view} />
      {view && view.mode !== 'first-start' ? (
        <div className={styles.heaps}>
          <KeysWarning view={view} />
          <Troubles strip={view.strip} />
          <Heaps strip={view.strip} now={now} />
        </div>
      ) : null}
      <time className={styles.clock}>{formatTime(now)}</time>
      <LanguageMenu />
    </header>
  );
}

function Who({ view }: { view: TillView | null }) {
  const { t } = useTranslation();
  return (
    <div className={styles.who}>
      {view?.mode === 'training' ? (
        <Pill tone="info" filled plain>
          {t('common.training')}
        </Pill>
      ) : null}
      <strong className={styles.shop}>{view?.shop?.name ?? 'Kassa'}</strong>
      {view?.register ? <span className={styles.part}>{view.register.name}</span> : null}
      {view?.shift ? <span className={styles.part}>{t('strip.shift', { number: view.shift.number })}</span> : null}
      {view?.signedIn ? <Name name={view.signedIn.name} /> : null}
    </div>
  );
}

/** The whole name where there is room, else the first word of it. */
function Name({ name }: { name: string }) {
  return (
    <span className={styles.name}>
      <span className={styles.whole}>{name}</span>
      <span className={styles.first}>{name.split(/\s+/)[0]}</span>
    </span>
  );
}

const lineTones = { up: 'sure', down: 'refused', unknown: 'rest' } as const;

function Heaps({ strip, now }: { strip: StripView; now: number }) {
  const { t } = useTranslation();
  const span = useSpan();
  const { line, queued, inDoubt, unsentFiscal } = strip;
  const age = inDoubt.oldestAt === null ? '' : ` · ${span(now - inDoubt.oldestAt)}`;
  return (
    <>
      <Pill tone={lineTones[line]} testId="line-status" data={{ 'data-state': line }} filled={line === 'down'}>
        {t(`strip.${line}`)}
      </Pill>
      <HeapPill tone="doubt" heap={inDoubt} testId="in-doubt-count">
        {inDoubt.count > 0 ? `${t('strip.doubtSum', wordsOf(inDoubt))}${age}` : t('strip.doubt')}
      </HeapPill>
      <HeapPill tone="doubt" heap={queued} testId="queue-count">
        {t(queued.count > 0 ? 'strip.queueSum' : 'strip.queue', wordsOf(queued))}
      </HeapPill>
      <HeapPill tone="info" heap={unsentFiscal} testId="unsent-fiscal">
        {t('strip.fiscal', { count: unsentFiscal.count })}
      </HeapPill>
    </>
  );
}

const wordsOf = ({ count, amount }: Heap) => ({ count, sum: formatSum(amount) });

type HeapProps = { tone: 'doubt' | 'info'; heap: { count: number; amount?: number }; testId: string; children: string };

/** A heap of unfinished business: at rest while it is empty, in the colour of its tone as soon as it is not. */
function HeapPill({ tone, heap: { count, amount }, testId, children }: HeapProps) {
  const some = count > 0;
  return (
    <Pill
      tone={some ? tone : 'rest'}
      filled={some && tone === 'doubt'}
      plain={!some}
      testId={testId}
      data={{ 'data-count': count, ...(amount === undefined ? {} : { 'data-amount': amount }) }}
    >
      {children}
    </Pill>
  );
}

/** Devices speak up only when they need hands. */
function Troubles({ strip }: { strip: StripView }) {
  const { t } = useTranslation();
  const { printer, scanner, notPrinted } = strip;
  return (
    <>
      {printer === 'trouble' ? (
        <Pill tone="refused" filled testId="printer-trouble">
          {t('strip.printer')}
        </Pill>
      ) : null}
      {scanner === 'absent' || scanner === 'no-permission' ? (
        <Pill tone="refused" filled testId="scanner-trouble">
          {t(scanner === 'absent' ? 'strip.scannerAbsent' : 'strip.scannerPermission')}
        </Pill>
      ) : null}
      {notPrinted.count > 0 ? (
        <HeapPill tone="info" heap={notPrinted} testId="not-printed">
          {t('strip.notPrinted', { count: notPrinted.count })}
        </HeapPill>
      ) : null}
    </>
  );
}

/** Training keeps no secrets; and whoever sells cannot mend this, so it waits until nobody does. */
function KeysWarning({ view }: { view: TillView }) {
  const { t } = useTranslation();
  const selling = view.shift !== null && view.signedIn !== null;
  if (view.mode !== 'live' || selling || !view.strip.secretsUnprotected) return null;
  return <Pill tone="refused">{t('strip.secrets')}</Pill>;
}
