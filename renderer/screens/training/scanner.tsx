import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { send } from '../../state/till.ts';
import { openDialog } from '../../state/ui.ts';
import styles from './training.module.css';

/** The virtual scanner: goods, a pretended customer's code, or something nobody knows; and the printer's paper. */
export function TrainingScanner() {
  const { t } = useTranslation();
  return (
    <section className={styles.bar} aria-label={t('training.scanner')}>
      <span className={styles.word}>{t('training.scanner')}</span>
      <Button size="small" onPress={() => void send('trainingScan', { what: 'goods' })} testId="training-scan-goods">
        {t('training.goods')}
      </Button>
      <Button size="small" onPress={() => void send('trainingScan', { what: 'wallet' })} testId="training-scan-wallet">
        {t('training.wallet')}
      </Button>
      <Button
        size="small"
        onPress={() => void send('trainingScan', { what: 'unknown' })}
        testId="training-scan-unknown"
      >
        {t('training.unknown')}
      </Button>
      <Button size="small" onPress={() => openDialog('paper')} testId="training-paper">
        {t('training.paper')}
      </Button>
    </section>
  );
}
