import { useTranslation } from 'react-i18next';
import type { PaymentView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { PhoneCode } from '../../components/pictures.tsx';
import type { Handlers } from '../../state/use-keys.ts';
import { Back } from './back.tsx';
import styles from './payment.module.css';

/** The customer was quicker than the cashier: a code before "pay". Nothing is charged without a yes. */
export function ConfirmWallet({ payment, handlers }: { payment: PaymentView; handlers: Handlers }) {
  const { t } = useTranslation();
  return (
    <>
      <Back title={t('wallet.title')} handlers={handlers} />
      <div className={styles.scan} data-testid="payment-state" data-state="waiting-confirm">
        <PhoneCode />
        <p className={styles.headline}>{t('wallet.confirmTitle')}</p>
        <p className={styles.text}>{t('wallet.confirmText')}</p>
        <div className={styles.charge}>
          <span>{t('wallet.amount')}</span>
          <Amount value={payment.due} size="price" unit />
        </div>
      </div>
      <Button look="next" wide cap="Enter" onPress={() => handlers.charge?.()} testId="confirm-wallet">
        {t('wallet.confirm')}
      </Button>
    </>
  );
}
