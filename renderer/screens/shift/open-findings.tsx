import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/mark.tsx';
import styles from './shift.module.css';

/**
 * What the daily match found, said once more where the shift is closed: the report beside it may be longer than the screen.
 * Nothing while there is nothing.
 */
export function OpenFindings({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <p className={styles.findings} data-testid="open-findings" data-count={count}>
      <Mark tone="refused" />
      <span>{t('shift.findingsOpen', { count })}</span>
    </p>
  );
}
