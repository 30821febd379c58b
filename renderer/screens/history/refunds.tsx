import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastRefund, RefundPaymentView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Mark } from '../../components/mark.tsx';
import { formatDateTime, formatQuantity } from '../../i18n/format.ts';
import { reasonWords } from '../../i18n/unsettled/reason-words.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import styles from './sale.module.css';
import { stateWords, toneOfRefund, toneOfState, withForeign } from './words.ts';

/** What went back, who allowed it, and how far its money and its document are. */
export const Refunds = memo(function Refunds({ refunds }: { refunds: readonly PastRefund[] }) {
  const { t } = useTranslation();
  if (refunds.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t('history.refunds')}</h3>
      {refunds.map((refund) => (
        <Refund key={refund.id} refund={refund} />
      ))}
    </section>
  );
});

function Refund({ refund }: { refund: PastRefund }) {
  const { t } = useTranslation();
  const { at, amount, cash, cashier, approvedBy, lines, payments, fiscal } = refund;
  const who = t('history.approved', { cashier, name: approvedBy });
  const what = lines.map(({ name, quantity }) => `${name} × ${formatQuantity(quantity)}`).join(', ');
  return (
    <div className={styles.refund} data-testid="past-refund" data-id={refund.id} data-amount={amount}>
      <p className={styles.pair}>
        <span className={styles.facts}>{`${formatDateTime(at)} · ${who}`}</span>
        <Amount value={amount} tone="refused" />
      </p>
      {what === '' ? null : <p className={styles.facts}>{what}</p>}
      {cash > 0 ? (
        <State tone="sure" name={t('history.cash')} state={t('history.state.returned')} amount={cash} />
      ) : null}
      {payments.map((payment) => (
        <Money key={payment.id} payment={payment} />
      ))}
      {fiscal === null ? null : (
        <State
          tone={toneOfState(fiscal.state)}
          name={t('history.of_fiscal')}
          state={stateWords(t, fiscal.state)}
          {...(fiscal.reason === null ? {} : { because: reasonWords(t, fiscal.reason).said })}
        />
      )}
    </div>
  );
}

/** Money that goes back through the wallet: its state, and why when it is not there yet. */
function Money({
  payment: { kind, amount, charged, state, reason, message, needsManager },
}: {
  payment: RefundPaymentView;
}) {
  const { t } = useTranslation();
  const why = reason === null || state === 'returned' ? '' : reasonWords(t, reason, walletOf(kind)).said;
  const says = message ? t('unsettled.open.says', { message }) : '';
  const because = [why, says].filter(Boolean).join(' ');
  const word = stateWords(t, state);
  return (
    <State
      tone={toneOfRefund(state)}
      name={withForeign(t(`tenders.${kind}`), charged)}
      state={needsManager ? `${word}, ${t('history.manager')}` : word}
      amount={amount}
      {...(because === '' ? {} : { because })}
      data={{ 'data-testid': 'refund-payment', 'data-state': state }}
    />
  );
}

type StateProps = {
  tone: Parameters<typeof Mark>[0]['tone'];
  name: string;
  state: string;
  amount?: number;
  because?: string;
  data?: Record<`data-${string}`, string>;
};

function State({ tone, name, state, amount, because, data }: StateProps) {
  return (
    <div className={styles.state} {...data}>
      <Mark tone={tone} />
      <span>
        {name}: {state}
        {because === undefined ? null : <span className={styles.because}>{because}</span>}
      </span>
      {amount === undefined ? null : <Amount value={amount} />}
    </div>
  );
}
