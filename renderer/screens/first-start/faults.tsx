import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { ProvisionFault } from '../../../preload/api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { uz } from '../../i18n/uz.ts';
import { useWindow } from '../../state/window.ts';
import styles from './first-start.module.css';

type FaultWord = keyof typeof uz.faults;

const isFaultWord = (code: string): code is FaultWord => Object.hasOwn(uz.faults, code);

/** A fault of the provision file in plain words; a code this window does not know yet is named as it is. */
function inWords(t: TFunction, fault: ProvisionFault): string {
  return isFaultWord(fault.code) ? t(`faults.${fault.code}`, fault.facts) : `${t('faults.other')} (${fault.code})`;
}

function FaultList({ faults }: { faults: readonly ProvisionFault[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.faults} tabIndex={0} aria-label={t('first.setUp')}>
      {faults.map((fault, at) => (
        <li
          key={`${fault.where}-${fault.code}-${at}`}
          className={styles.fault}
          data-testid="fault"
          data-code={fault.code}
          data-where={fault.where}
        >
          <code className={styles.where}>{fault.where === '' ? t('first.whole') : fault.where}</code>
          <span>{inWords(t, fault)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Every fault of the file at once, each with its place. */
export function Faults({ faults }: { faults: readonly ProvisionFault[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.count} role="alert" data-testid="message" data-code="provision-refused">
        {t('first.faults', { count: faults.length })}
      </p>
      <FaultList faults={faults} />
    </>
  );
}

/** After a set-up that left rows out: which ones, so that somebody can mend the list. */
export function SkippedRows() {
  const { t } = useTranslation();
  const skipped = useWindow((state) => state.skipped);
  if (skipped.length === 0) return null;
  return (
    <Dialog title={t('first.setUp')} onClose={() => useWindow.setState({ skipped: [] })}>
      <p className={styles.text}>{t('first.faultsSkipped')}</p>
      <FaultList faults={skipped} />
    </Dialog>
  );
}
