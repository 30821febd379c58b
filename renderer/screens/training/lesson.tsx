import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TrainingView } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Mark } from '../../components/mark.tsx';
import { send } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import { CustomersPart } from './customer.tsx';
import { isOn, paymentFaults, practisedFaults, switched } from './faults.ts';
import type { PractisedFault } from './faults.ts';
import { faultPictures } from './pictures.tsx';
import styles from './training.module.css';

type Props = { faults: TrainingView['faults'] };
type LessonProps = Props & { page: string | null };

/** Shift with F11 in training: four things that go wrong in a shop, to be met once without fear. */
export function Lesson({ faults, page }: LessonProps) {
  const { t } = useTranslation();
  const open = useWindow((state) => state.dialog === 'lesson');
  if (!open) return null;
  return (
    <Dialog title={t('lesson.title')} size="medium" onClose={() => openDialog(null)}>
      <CustomersPart page={page} />
      {page === null ? <p className={styles.lead}>{t('lesson.lead')}</p> : null}
      <div className={styles.cards} data-testid="training-faults">
        {practisedFaults.map((fault) => (
          <FaultCard key={fault} fault={fault} faults={faults} />
        ))}
      </div>
    </Dialog>
  );
}

/** One fault: its name, what will happen, what the cashier does then; the whole card is its switch. */
function FaultCard({ fault, faults }: Props & { fault: PractisedFault }) {
  const { t } = useTranslation();
  const on = isOn(fault, faults);
  const Picture = faultPictures[fault];
  return (
    <AriaButton
      className={cx(styles.fault, on && styles.faultOn)}
      onPress={() => void send('trainingFault', switched(fault, faults))}
      aria-pressed={on}
      autoFocus={fault === practisedFaults[0]}
      {...markOf(fault, faults)}
    >
      <span className={styles.faultTop}>
        <Picture />
        <span className={styles.faultName}>{t(`lesson.${fault}`)}</span>
        <span className={styles.faultState}>
          <Mark tone={on ? 'info' : 'rest'} />
          {t(on ? 'lesson.on' : 'lesson.off')}
        </span>
      </span>
      <span>{t(`lesson.${fault}What`)}</span>
      <span className={styles.you}>
        <strong>{t('lesson.you')}</strong> {t(`lesson.${fault}Do`)}
      </span>
    </AriaButton>
  );
}

function markOf(fault: PractisedFault, faults: Props['faults']) {
  if (fault === 'network') return { 'data-testid': 'training-network', 'data-state': faults.network };
  return {
    'data-testid': `training-next-${paymentFaults[fault]}`,
    'data-state': isOn(fault, faults) ? 'on' : 'off',
  };
}
