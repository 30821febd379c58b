import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { useSpan } from '../../components/span.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import { isAsked } from '../../state/doubt.ts';
import { tillNow } from '../../state/till.ts';
import { useNow } from '../../state/use-now.ts';
import styles from './attempt.module.css';

type Props = { attempt: AttemptView; short: string };

/** A queued code runs out; money in the air shows when it is asked about next and how long it has been. */
export function Progress({ attempt, short }: Props) {
  if (attempt.state === 'queued') return <CodeLives attempt={attempt} short={short} />;
  const waits = attempt.state === 'sending' || attempt.state === 'in-doubt' || attempt.state === 'cancelling';
  if (waits) return <Waits attempt={attempt} short={short} />;
  return short === '' ? null : <p className={cx(styles.small, styles.alone)}>{short}</p>;
}

function CodeLives({ attempt: { startedAt, codeExpiresAt, checkout }, short }: Props) {
  const { t } = useTranslation();
  const span = useSpan();
  const now = useNow(500);
  if (codeExpiresAt === null) return null;
  const left = Math.max(0, codeExpiresAt - now);
  const share = left / Math.max(1, codeExpiresAt - startedAt);
  return (
    <>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={t('wallet.progress')}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className={styles.barFill} style={{ transform: `scaleX(${share})` }} />
      </div>
      <p className={styles.small}>
        <span data-testid="countdown">
          {t(checkout === null ? 'wallet.codeLives' : 'checkout.left', { time: span(left) })}
        </span>
        <span>{short}</span>
      </p>
    </>
  );
}

function Waits({ attempt, short }: Props) {
  const { t } = useTranslation();
  const span = useSpan();
  const now = useNow(500);
  const { asks, startedAt, state } = attempt;
  const waited = t('wallet.waited', { time: span(now - startedAt) });
  const tries = isAsked(attempt) ? (asks?.tries ?? 0) : 0;
  return (
    <>
      {isAsked(attempt) && asks !== null ? <Asks asks={asks} now={now} wallet={walletOf(attempt.kind)} /> : null}
      {asks === null && state !== 'in-doubt' ? <Running /> : null}
      <p className={styles.small}>
        <span data-testid="countdown">
          {tries === 0 ? waited : `${waited} · ${t('doubt.asked', { count: tries })}`}
        </span>
        <span>{short}</span>
      </p>
    </>
  );
}

type AsksProps = { asks: NonNullable<AttemptView['asks']>; now: number; wallet: string };

/** What the till does about it now: who it asks, how often it has, and when it asks next. */
function Asks({ asks: { tries, nextAt }, now, wallet }: AsksProps) {
  const { t } = useTranslation();
  const span = useSpan();
  const waits = nextAt !== null && nextAt > now;
  return (
    <div className={styles.asks} data-testid="asks" data-tries={tries}>
      <p className={styles.asking}>
        <span>{t('doubt.asking', { wallet })}</span>
        {waits ? <span>{t('doubt.askNext', { time: span(nextAt - now) })}</span> : null}
      </p>
      {nextAt === null ? <Running /> : <UntilNext key={nextAt} at={nextAt} />}
    </div>
  );
}

/** Fills until the next question; drawn by the browser alone, so that nothing flickers. */
function UntilNext({ at }: { at: number }) {
  const { t } = useTranslation();
  const left = Math.max(0, at - tillNow());
  return (
    <div className={styles.bar} role="progressbar" aria-label={t('wallet.progress')}>
      <div className={cx(styles.barFill, styles.filling)} style={{ animationDuration: `${left}ms` }} />
    </div>
  );
}

function Running() {
  const { t } = useTranslation();
  return (
    <div className={cx(styles.bar, styles.running)} role="progressbar" aria-label={t('wallet.progress')}>
      <div className={styles.barFill} />
    </div>
  );
}
