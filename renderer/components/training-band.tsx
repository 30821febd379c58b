import { useTranslation } from 'react-i18next';
import styles from './training-band.module.css';

/** The diagonal band of training: on every screen, above everything, in nobody's way. */
export function TrainingBand() {
  const { t } = useTranslation();
  const word = t('common.training');
  return (
    <svg
      className={styles.band}
      viewBox="0 0 1024 768"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-testid="training-band"
    >
      <path d="M-60 690 700 -60H810L-60 800Z" className={styles.stripe} />
      {[0.16, 0.5, 0.84].map((at) => (
        <text
          key={at}
          className={styles.word}
          textAnchor="middle"
          transform={`translate(${790 * at} ${752 - 780 * at}) rotate(-44.6)`}
        >
          {word}
        </text>
      ))}
    </svg>
  );
}
