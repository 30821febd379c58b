import { useTranslation } from 'react-i18next';
import type { PaymentView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { PhoneCode } from '../../components/pictures.tsx';
import type { Handlers } from '../../state/use-keys.ts';
import { Back } from './back.tsx';
import styles from './payment.module.css';

/** Payme Go before the scan: what the customer has to do, and for how much. */
export function WaitingCode({ payment, handlers }: { payment: PaymentView; handlers: Handlers }) {
  const { t } = useTranslation();
  return (
    <>
      <Back title={t('wallet.title')} handlers={handlers} />
      <div className={styles.scan} data-testid="payment-state" data-state="waiting-code">
        <PhoneCode />
        <p className={styles.headline}>{t('wallet.scan')}</p>
        <p className={styles.text}>{t('wallet.scanText')}</p>
        <div className={styles.charge}>
          <span>{t('wallet.amount')}</span>
          <Amount value={payment.due} size="price" unit />
        </div>
      </div>
    </>
  );
}
