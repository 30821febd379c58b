import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { TrainingView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Mark } from '../../components/mark.tsx';
import { asImage } from '../../components/image.ts';
import { send } from '../../state/till.ts';
import { openDialog } from '../../state/window.ts';
import { faultsOn } from './faults.ts';
import type { PractisedFault } from './faults.ts';
import { CustomersKeys } from './customer.tsx';
import { Lesson } from './lesson.tsx';
import styles from './training.module.css';

/** The virtual scanner, the printer's last paper, and the door to the lesson about faults. */
export function TrainingScanner({ training }: { training: TrainingView }) {
  const { t } = useTranslation();
  const { paper, faults, checkoutPage } = training;
  const on = faultsOn(faults);
  return (
    <section className={styles.bar} aria-label={t('training.scanner')}>
      <span className={styles.word}>{t(checkoutPage === null ? 'training.scanner' : 'practice.title')}</span>
      {checkoutPage === null ? <ScannerKeys /> : <CustomersKeys />}
      <Button size="small" onPress={() => openDialog('paper')} testId="training-paper">
        <span className={styles.printer}>
          {paper ? (
            <img className={styles.slip} src={asImage(paper.png)} alt="" data-testid="training-paper-image" />
          ) : null}
          {t('training.paper')}
        </span>
      </Button>
      <Button
        size="small"
        cap="Shift F11"
        onPress={() => openDialog('lesson')}
        testId="training-lesson"
        data={{ 'data-count': on.length }}
      >
        <span className={styles.printer}>
          {on.length === 0 ? null : <Mark tone="info" />}
          <span className={styles.brief}>{t('lesson.short')}</span>
          <span className={styles.named}>{lessonCaption(t, on)}</span>
        </span>
      </Button>
      <Lesson faults={faults} page={checkoutPage} />
    </section>
  );
}

function ScannerKeys() {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

/** What is switched on is named where the cashier looks, so that nobody takes the lesson for a real fault. */
function lessonCaption(t: TFunction, on: readonly PractisedFault[]): string {
  const [first] = on;
  if (first === undefined) return t('lesson.one');
  return on.length === 1 ? t(`lesson.${first}`) : t('lesson.many', { count: on.length });
}
