import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { send } from '../../state/till.ts';
import styles from './training.module.css';

const play = (outcome: 'pay' | 'decline') => () => void send('trainingPay', { outcome });

/** While a checkout stands in training: what the pretended customer does, or their page for a browser on this computer. */
export function CustomersPart({ page }: { page: string | null }) {
  const { t } = useTranslation();
  if (page === null) return null;
  return (
    <section className={styles.customer} aria-label={t('practice.title')}>
      <div className={styles.customerWords}>
        <p>{t('practice.text')}</p>
        <p className={styles.page} data-testid="checkout-page">
          {page}
        </p>
      </div>
      <div className={styles.customerKeys}>
        <Button size="small" look="next" onPress={play('pay')} testId="training-pay">
          {t('practice.pays')}
        </Button>
        <Button size="small" onPress={play('decline')} testId="training-decline">
          {t('practice.declines')}
        </Button>
      </div>
    </section>
  );
}

/** The same two on the practice bar, beside the scanner that has nothing to scan meanwhile. */
export function CustomersKeys() {
  const { t } = useTranslation();
  return (
    <>
      <Button size="small" look="next" label={t('practice.pays')} onPress={play('pay')} testId="training-bar-pay">
        {t('practice.paysShort')}
      </Button>
      <Button size="small" label={t('practice.declines')} onPress={play('decline')} testId="training-bar-decline">
        {t('practice.declinesShort')}
      </Button>
    </>
  );
}
