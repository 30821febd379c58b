import styles from './mark.module.css';

/** Paper that has not come out. */
export function PrinterMark() {
  return (
    <svg className={styles.printer} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4.5 5.5V1.8h7v3.7M4.5 11.5H2v-6h12v6h-2.5M4.5 9h7v5.2h-7Z" />
    </svg>
  );
}
