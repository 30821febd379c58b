import { useTranslation } from 'react-i18next';
import type { CheckoutQuestion, PaymentView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { SumPad } from '../../components/sum-pad.tsx';
import { answerTo } from '../../state/checkout.ts';
import { useTill } from '../../state/till.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { setEntry, useWindow } from '../../state/window.ts';
import { Back } from './back.tsx';
import styles from './checkout.module.css';
import panel from './payment.module.css';
import { PhonePad } from './phone-pad.tsx';

type Props = { payment: PaymentView; question: CheckoutQuestion; handlers: Handlers };

/** What has to be said before a checkout is made: where the message goes, or what the customer pays in another currency. */
export function Question({ payment, question, handlers }: Props) {
  const { t } = useTranslation();
  const entry = useWindow((state) => state.entry);
  const busy = useTill((state) => state.pending.has('startCheckout'));
  const start = () => handlers.startCheckout?.();
  const ready = answerTo(question, entry) !== undefined && !busy;
  return (
    <>
      <Back title={t(`tenders.${question.kind}`)} handlers={handlers} />
      {question.needs === 'phone' ? (
        <Phone entry={entry} ready={ready} start={start} />
      ) : (
        <Foreign due={payment.due} currency={question.currency} entry={entry} ready={ready} start={start} />
      )}
    </>
  );
}

type AnswerProps = { entry: string; ready: boolean; start: () => void };

function Phone({ entry, ready, start }: AnswerProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={cx(styles.text, styles.roomy)}>{t('checkout.phoneText')}</p>
      <PhonePad label={t('checkout.phoneLabel')} digits={entry} onChange={setEntry} testId="checkout-phone-entry" />
      <div className={cx(panel.push, styles.roomy)} />
      <Button look="next" wide cap="Enter" onPress={start} disabled={!ready} testId="start-checkout">
        {t('checkout.send')}
      </Button>
    </>
  );
}

/** The till never converts: the sale's own sum stands beside it, and a person agrees the other with the customer. */
function Foreign({ due, currency, entry, ready, start }: AnswerProps & { due: number; currency: string }) {
  const { t } = useTranslation();
  return (
    <SumPad
      label={t('checkout.foreignLabel')}
      value={entry}
      onChange={setEntry}
      unit={currency}
      testId="checkout-charged-entry"
      enter={{
        caption: t('checkout.make'),
        onPress: start,
        disabled: !ready,
        testId: 'start-checkout',
        look: 'next',
      }}
    >
      <div className={styles.ours}>
        <span>{t('checkout.ours')}</span>
        <Amount value={due} unit />
      </div>
      <p className={cx(styles.text, styles.roomy)}>{t('checkout.foreignText')}</p>
      <div className={panel.push} />
    </SumPad>
  );
}
