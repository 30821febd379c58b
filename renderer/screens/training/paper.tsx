import { useTranslation } from 'react-i18next';
import type { TrainingView } from '../../../preload/api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { asImage } from '../../components/image.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import styles from './training.module.css';

/** What came out of the virtual printer, as paper on the screen. */
export function Paper({ training }: { training: TrainingView }) {
  const { t } = useTranslation();
  const open = useWindow((state) => state.dialog === 'paper');
  if (!open) return null;
  return (
    <Dialog title={t('training.paper')} size="small" onClose={() => openDialog(null)}>
      {training.paper ? (
        <div className={styles.roll} tabIndex={0} role="group" aria-label={t('training.paperImage')}>
          <img
            className={styles.paper}
            src={asImage(training.paper.png)}
            alt={t('training.paperImage')}
            data-testid="training-paper-large"
          />
        </div>
      ) : (
        <p>{t('training.noPaper')}</p>
      )}
    </Dialog>
  );
}
