import styles from './mark.module.css';

/** Nothing goes on by itself: somebody has to do something. */
export function PersonMark() {
  return (
    <svg className={styles.person} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="8" fill="currentColor" />
      <circle cx="8" cy="5.6" r="2.3" className={styles.figure} />
      <path d="M3.9 12.4a4.1 4.1 0 0 1 8.2 0Z" className={styles.figure} />
    </svg>
  );
}
