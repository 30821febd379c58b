import styles from './pictures.module.css';

/** The awning of a shop: stripes with a scalloped edge, across the whole screen. */
export function Awning() {
  return (
    <svg className={styles.awning} viewBox="0 0 1024 80" preserveAspectRatio="none" aria-hidden="true">
      {Array.from({ length: 16 }, (_, at) => (
        <path
          key={at}
          d={`M${at * 64} 0h64v50a32 26 0 0 1-64 0z`}
          className={at % 2 === 0 ? styles.stripe : styles.between}
        />
      ))}
      <path d="M0 0h1024v9H0z" className={styles.pole} />
    </svg>
  );
}

/** A phone that shows a code, and the beam that reads it. */
export function Phone() {
  return (
    <svg className={styles.phone} viewBox="0 0 200 132" aria-hidden="true">
      <path d="M200 66 118 34v64Z" className={styles.beam} />
      <rect x="40" y="4" width="74" height="124" rx="13" className={styles.body} />
      <path d="M66 14h22" className={styles.ink} />
      <g className={styles.code}>
        <path d="M54 40h18v18H54zM82 40h18v18H82zM54 68h18v18H54z" />
        <path d="M82 68h6v6h-6zM94 68h6v6h-6zM88 74h6v6h-6zM82 80h6v6h-6zM94 80h6v6h-6z" className={styles.dots} />
      </g>
      <path d="M118 34v64" className={styles.ray} />
    </svg>
  );
}

/** Done: a tick in a disc. */
export function Tick() {
  return (
    <svg className={styles.tick} viewBox="0 0 96 96" aria-hidden="true">
      <circle cx="48" cy="48" r="46" fill="currentColor" />
      <path d="m27 50 14 14 29-31" className={styles.tickMark} />
    </svg>
  );
}

/** A message on a phone. */
export function Letter() {
  return (
    <svg className={styles.letter} viewBox="0 0 200 200" aria-hidden="true">
      <rect x="52" y="8" width="96" height="184" rx="18" className={styles.body} />
      <path d="M86 24h28" className={styles.ink} />
      <rect x="30" y="70" width="140" height="64" rx="14" className={styles.bubble} />
      <path d="M50 92h100M50 112h64" className={styles.onBubble} />
    </svg>
  );
}
