import { useTranslation } from 'react-i18next';
import type { TrainingView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { asImage } from '../../components/image.ts';
import { send } from '../../state/till.ts';
import { openDialog } from '../../state/window.ts';
import styles from './training.module.css';

/** The virtual scanner: goods, a pretended customer's code, or something nobody knows; and the printer's last paper. */
export function TrainingScanner({ paper }: { paper: TrainingView['paper'] }) {
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
        <span className={styles.printer}>
          {paper ? (
            <img className={styles.slip} src={asImage(paper.png)} alt="" data-testid="training-paper-image" />
          ) : null}
          {t('training.paper')}
        </span>
      </Button>
    </section>
  );
}
