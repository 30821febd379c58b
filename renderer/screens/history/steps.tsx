import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryStep } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Mark } from '../../components/mark.tsx';
import { formatDateTime, formatSeconds } from '../../i18n/format.ts';
import { reasonWords } from '../../i18n/unsettled/reason-words.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import styles from './steps.module.css';
import { stepWords } from './words.ts';

/** The life of a sale from its first try to pay to the last word about its money, quietly. */
export const Steps = memo(function Steps({ steps }: { steps: readonly HistoryStep[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className={styles.title}>{t('history.steps')}</h3>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps only ever grow at their end
          <Step key={at} step={step} dated={at === 0 || isOtherDay(step.at, steps[at - 1]?.at)} />
        ))}
      </ol>
    </section>
  );
});

const dayOf = (at: number): string => formatDateTime(at).slice(0, 10);
const isOtherDay = (at: number, before: number | undefined): boolean =>
  before === undefined || dayOf(at) !== dayOf(before);

function Step({ step, dated }: { step: HistoryStep; dated: boolean }) {
  const { t } = useTranslation();
  const { about, came, tone } = stepWords(t, step);
  const { at, amount, reason, kind } = step;
  return (
    <li className={styles.step} data-testid="history-step" data-of={step.of} data-state={step.state}>
      <span className={styles.at}>{formatSeconds(at)}</span>
      <Mark tone={tone} />
      <span className={styles.words}>
        {dated ? <span className={styles.day}>{dayOf(at)} · </span> : null}
        {about}: {came}
        {reason === null ? null : <span className={styles.because}>{reasonWords(t, reason, walletOf(kind)).said}</span>}
      </span>
      {amount === null ? null : <Amount value={amount} />}
    </li>
  );
}
