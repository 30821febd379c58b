import { useTranslation } from 'react-i18next';
import type { StripView, TillView } from '../../preload/api.ts';
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
      {view && view.mode !== 'first-start' ? (
        <Heaps strip={view.strip} selling={view.shift !== null && view.signedIn?.role === 'cashier'} now={now} />
      ) : null}
      <time className={styles.clock}>{formatTime(now)}</time>
      <LanguageMenu />
    </header>
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

function Heaps({ strip, selling, now }: { strip: StripView; selling: boolean; now: number }) {
  const { t } = useTranslation();
  const span = useSpan();
  const { queued, inDoubt, unsentFiscal } = strip;
  const age = inDoubt.oldestAt === null ? '' : ` · ${span(now - inDoubt.oldestAt)}`;
  const doubt = { count: inDoubt.count, sum: formatSum(inDoubt.amount) };
  return (
    <div className={styles.heaps}>
      <Troubles strip={strip} selling={selling} />
      <Pill
        tone={lineTones[strip.line]}
        testId="line-status"
        data={{ 'data-state': strip.line }}
        filled={strip.line === 'down'}
      >
        {t(`strip.${strip.line}`)}
      </Pill>
      <Pill
        tone={inDoubt.count > 0 ? 'doubt' : 'rest'}
        filled={inDoubt.count > 0}
        plain={inDoubt.count === 0}
        testId="in-doubt-count"
        data={{ 'data-count': inDoubt.count, 'data-amount': inDoubt.amount }}
      >
        {inDoubt.count > 0 ? `${t('strip.doubtSum', doubt)}${age}` : t('strip.doubt')}
      </Pill>
      <Pill
        tone={queued.count > 0 ? 'doubt' : 'rest'}
        filled={queued.count > 0}
        plain={queued.count === 0}
        testId="queue-count"
        data={{ 'data-count': queued.count, 'data-amount': queued.amount }}
      >
        {t(queued.count > 0 ? 'strip.queueSum' : 'strip.queue', { count: queued.count, sum: formatSum(queued.amount) })}
      </Pill>
      <Pill
        tone={unsentFiscal.count > 0 ? 'info' : 'rest'}
        plain={unsentFiscal.count === 0}
        testId="unsent-fiscal"
        data={{ 'data-count': unsentFiscal.count }}
      >
        {t('strip.fiscal', { count: unsentFiscal.count })}
      </Pill>
    </div>
  );
}

/** Devices speak up only when they need hands. */
function Troubles({ strip, selling }: { strip: StripView; selling: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {strip.printer === 'trouble' ? (
        <Pill tone="refused" filled testId="printer-trouble">
          {t('strip.printer')}
        </Pill>
      ) : null}
      {strip.scanner === 'absent' || strip.scanner === 'no-permission' ? (
        <Pill tone="refused" filled testId="scanner-trouble">
          {t(strip.scanner === 'absent' ? 'strip.scannerAbsent' : 'strip.scannerPermission')}
        </Pill>
      ) : null}
      {strip.secretsUnprotected && !selling ? <Pill tone="refused">{t('strip.secrets')}</Pill> : null}
      {strip.notPrinted.count > 0 ? (
        <Pill tone="info" testId="not-printed" data={{ 'data-count': strip.notPrinted.count }}>
          {t('strip.notPrinted', { count: strip.notPrinted.count })}
        </Pill>
      ) : null}
    </>
  );
}
