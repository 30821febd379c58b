import styles from './mark.module.css';

/** A vessel nearly full: a limit of the fiscal box. */
export function BoxMark({ reached }: { reached: boolean }) {
  return (
    <svg className={reached ? styles.vesselFull : styles.vessel} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 1.8v10.4a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2V1.8" fill="none" />
      <path d="M4.6 5.2h6.8v6a1 1 0 0 1-1 1H5.6a1 1 0 0 1-1-1Z" stroke="none" fill="currentColor" />
    </svg>
  );
}
