import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { Mark } from '../../components/mark.tsx';
import { LineDown } from '../../components/pictures.tsx';
import { useSpan } from '../../components/span.ts';
import { formatSeconds } from '../../i18n/format.ts';
import { shortCodes } from '../../i18n/short-codes.ts';
import { useNow } from '../../state/use-now.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { attemptWords } from './attempt-words.ts';
import styles from './payment.module.css';

/** One try to take money, in plain words: what happened to it, what to do, how long it has been. */
export function AttemptState({ attempt, handlers }: { attempt: AttemptView; handlers: Handlers }) {
  const { t } = useTranslation();
  const { tone, headline, text, code } = attemptWords[attempt.state];
  return (
    <>
      <h2 className={styles.heading}>{t('wallet.title')}</h2>
      <div
        className={cx(styles.state, styles[tone])}
        data-testid="payment-state"
        data-state={attempt.state}
        data-reason={attempt.reason ?? ''}
      >
        <div className={styles.stateTop}>
          {attempt.state === 'queued' ? <LineDown /> : <Mark tone={tone} large />}
          <Amount value={attempt.amount} size="headline" unit />
        </div>
        <div role="alert" {...(code === null ? {} : { 'data-testid': 'message', 'data-code': code })}>
          <p className={styles.headline}>{t(`wallet.${headline}`)}</p>
          <p className={styles.words}>{t(`wallet.${text}`)}</p>
          {attempt.state === 'declined' && attempt.message ? (
            <p className={styles.says}>{t('wallet.says', { message: attempt.message })}</p>
          ) : null}
        </div>
        <Progress attempt={attempt} short={code === null ? '' : shortCodes[code]} />
      </div>
      <div className={styles.push} />
      <NextSteps attempt={attempt} handlers={handlers} />
    </>
  );
}

/** A queued code runs out; anything else counts how long it has been asked about. */
function Progress({ attempt, short }: { attempt: AttemptView; short: string }) {
  const { t } = useTranslation();
  const span = useSpan();
  const now = useNow(500);
  const { startedAt, codeExpiresAt, state } = attempt;
  const lives = state === 'queued' && codeExpiresAt !== null;
  const left = lives ? Math.max(0, codeExpiresAt - now) : 0;
  const waits = state === 'sending' || state === 'in-doubt' || state === 'cancelling';
  const share = lives ? left / Math.max(1, codeExpiresAt - startedAt) : 0;
  return (
    <>
      {lives || waits ? (
        <div
          className={cx(styles.bar, waits && styles.running)}
          role="progressbar"
          aria-label={t('wallet.progress')}
          {...(lives ? { 'aria-valuenow': Math.round(share * 100) } : {})}
        >
          <div className={styles.barFill} style={lives ? { transform: `scaleX(${share})` } : undefined} />
        </div>
      ) : null}
      <p className={styles.small}>
        <span data-testid="countdown">
          {lives ? t('wallet.codeLives', { time: span(left) }) : null}
          {waits ? t('wallet.waited', { time: span(now - startedAt) }) : null}
          {lives || waits ? null : t('wallet.startedAt', { time: formatSeconds(startedAt) })}
        </span>
        <span>{short}</span>
      </p>
    </>
  );
}

type Steps = { attempt: AttemptView; handlers: Handlers };

/** What can be done now, the next step first. */
function NextSteps({ attempt, handlers }: Steps) {
  const { t } = useTranslation();
  const { state } = attempt;
  if (state === 'sending' || state === 'paid') return null;
  return (
    <div className={styles.steps}>
      <FirstSteps attempt={attempt} handlers={handlers} />
      {handlers.back ? (
        <Button wide cap="Esc" onPress={handlers.back} testId="other-tender">
          {t('wallet.other')}
        </Button>
      ) : null}
    </div>
  );
}

/** Money in doubt is put aside; what may still be answered is waited for; what ended is tried with a new code. */
function FirstSteps({ attempt: { state }, handlers }: Steps) {
  const { t } = useTranslation();
  if (state === 'in-doubt') return <Park handlers={handlers} next />;
  const live = state === 'queued' || state === 'cancelling';
  const [does, word] = live ? (['wait', 'wait'] as const) : (['scanAgain', 'again'] as const);
  return (
    <>
      <Button look="next" wide cap="Enter" onPress={() => handlers[does]?.()} testId={live ? 'wait' : 'scan-again'}>
        {t(`wallet.${word}`)}
      </Button>
      {live ? <Park handlers={handlers} /> : null}
    </>
  );
}

function Park({ handlers, next = false }: { handlers: Handlers; next?: boolean }) {
  const { t } = useTranslation();
  return (
    <Button look={next ? 'next' : 'plain'} wide cap="F5" onPress={() => handlers.park?.()} testId="park">
      {t('wallet.park')}
    </Button>
  );
}
