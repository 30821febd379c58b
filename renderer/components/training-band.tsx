import { useTranslation } from 'react-i18next';
import styles from './training-band.module.css';

/** The band is a tape: the word again and again, so that cards may cover any of it. */
const repeats = 6;

/** Training on every screen: a diagonal band in the ground, behind all cards, and a striped frame above everything. */
export function TrainingBand() {
  const { t } = useTranslation();
  const word = t('common.training');
  return (
    <>
      <svg
        className={styles.band}
        viewBox="0 0 1024 768"
        preserveAspectRatio="none"
        aria-hidden="true"
        data-testid="training-band"
      >
        <path d="M-60 690 700 -60H810L-60 800Z" className={styles.stripe} />
        <text className={styles.words} textAnchor="middle" transform="translate(352 386) rotate(-44.6)">
          {Array.from({ length: repeats }, () => word).join(' · ')}
        </text>
      </svg>
      <div className={styles.frame} aria-hidden="true" />
    </>
  );
}
