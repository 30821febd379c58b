import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { Mark } from '../../components/mark.tsx';
import { LineDown } from '../../components/pictures.tsx';
import { formatSeconds } from '../../i18n/format.ts';
import { shortCodes } from '../../i18n/short-codes.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import type { Handlers } from '../../state/use-keys.ts';
import styles from './attempt.module.css';
import { wordsOf } from './attempt-words.ts';
import { Because } from './because.tsx';
import { DoubtSteps } from './doubt-steps.tsx';
import { EndedSteps, LiveSteps } from './plain-steps.tsx';
import { Progress } from './progress.tsx';
import panel from './payment.module.css';

type Props = { attempt: AttemptView; handlers: Handlers };

/** One try to take money, in plain words: what happened to it, what the till does now, and what may be done. */
export function AttemptState({ attempt, handlers }: Props) {
  const { t } = useTranslation();
  const { tone, headline, text, code } = wordsOf(attempt);
  const wallet = walletOf(attempt.kind);
  return (
    <>
      <div className={styles.attemptTop}>
        <h2 className={panel.heading}>{t(`tenders.${attempt.kind}`)}</h2>
        <When attempt={attempt} />
      </div>
      <div
        className={cx(styles.state, styles[tone])}
        data-testid="payment-state"
        data-state={attempt.state}
        data-reason={attempt.reason ?? ''}
      >
        <div
          className={styles.happened}
          role="alert"
          {...(code === null ? {} : { 'data-testid': 'message', 'data-code': code })}
        >
          {attempt.state === 'queued' ? <LineDown /> : <Mark tone={tone} large />}
          <p className={cx(panel.headline, styles.headline)}>{t(headline, { wallet })}</p>
          <p className={styles.words}>{t(text, { wallet })}</p>
          {attempt.state === 'declined' && attempt.message ? (
            <p className={styles.says}>{t('wallet.says', { wallet, message: attempt.message })}</p>
          ) : null}
          <Because attempt={attempt} />
        </div>
        <Progress attempt={attempt} short={code === null ? '' : shortCodes[code]} />
      </div>
      <div className={panel.push} />
      <NextSteps attempt={attempt} handlers={handlers} />
    </>
  );
}

/** Since when the customer could pay; of a QR that was never shown there is no such time. */
function When({ attempt: { checkout, startedAt } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  if (checkout !== null && checkout.expiresAt === null) return null;
  const words = checkout === null ? 'wallet.startedAt' : 'checkout.shownAt';
  return <span className={styles.when}>{t(words, { time: formatSeconds(startedAt) })}</span>;
}

/** What can be done now, the next step first. */
function NextSteps({ attempt, handlers }: Props) {
  const { state } = attempt;
  if (state === 'paid') return null;
  if (state === 'sending' || state === 'in-doubt') return <DoubtSteps attempt={attempt} handlers={handlers} />;
  if (state === 'queued' || state === 'cancelling') return <LiveSteps handlers={handlers} />;
  return <EndedSteps attempt={attempt} handlers={handlers} />;
}
