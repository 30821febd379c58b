import styles from './pictures.module.css';

const stroke = { fill: 'none', strokeWidth: 3, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** An empty counter waiting for the first item: a parcel under the beam of the scanner. */
export function EmptyRegister() {
  return (
    <svg className={styles.large} viewBox="0 0 220 150" aria-hidden="true">
      <rect x="6" y="118" width="208" height="14" rx="7" className={styles.sunken} />
      <path d="M118 46 84 118h66L128 46Z" className={styles.beam} />
      <g className={styles.ink} {...stroke}>
        <path d="M96 18h52a8 8 0 0 1 8 8v12a8 8 0 0 1-8 8H96a8 8 0 0 1-8-8V26a8 8 0 0 1 8-8Z" className={styles.body} />
        <path d="m156 28 22 40" />
        <rect x="84" y="84" width="66" height="34" rx="4" className={styles.body} />
      </g>
      <g className={styles.inkFill}>
        {[93, 99, 103, 111, 115, 123, 127, 135, 139].map((x, at) => (
          <rect key={x} x={x} y="92" width={at % 3 === 0 ? 4 : 2} height="18" />
        ))}
      </g>
      <path d="M76 101h82" className={styles.accent} {...stroke} />
    </svg>
  );
}

/** A closed drawer with its key: no shift. */
export function NoShift() {
  return (
    <svg className={styles.large} viewBox="0 0 220 150" aria-hidden="true">
      <rect x="6" y="124" width="208" height="14" rx="7" className={styles.sunken} />
      <g className={styles.ink} {...stroke}>
        <rect x="34" y="62" width="152" height="62" rx="9" className={styles.body} />
        <path d="M34 84h152" />
        <path d="M54 62V38a8 8 0 0 1 8-8h60l18 32" className={styles.body} />
        <path d="M66 44h44" />
      </g>
      <circle cx="110" cy="104" r="9" className={styles.accent} {...stroke} />
      <path d="M119 104h22m-7 0v8" className={styles.accent} {...stroke} />
    </svg>
  );
}

/** A printer whose roll has run out. */
export function PaperOut() {
  return (
    <svg className={styles.small} viewBox="0 0 72 64" aria-hidden="true">
      <g className={styles.ink} {...stroke}>
        <rect x="8" y="26" width="56" height="30" rx="6" className={styles.body} />
        <path d="M18 26V14h36v12" strokeDasharray="1 6" />
        <path d="M18 40h36" />
      </g>
      <circle cx="54" cy="14" r="12" className={styles.refusedFill} />
      <path d="m49.5 9.5 9 9m0-9-9 9" className={styles.onRefused} {...stroke} />
    </svg>
  );
}

/** A printer with its cover up. */
export function CoverOpen() {
  return (
    <svg className={styles.small} viewBox="0 0 72 64" aria-hidden="true">
      <g className={styles.ink} {...stroke}>
        <rect x="8" y="30" width="50" height="26" rx="6" className={styles.body} />
        <path d="M12 30 26 8h30" />
        <circle cx="32" cy="36" r="7" />
      </g>
      <path d="M62 12v20m-5-6 5 6 5-6" className={styles.refused} {...stroke} />
    </svg>
  );
}

/** A cable pulled apart: no line. */
export function LineDown() {
  return (
    <svg className={styles.small} viewBox="0 0 72 64" aria-hidden="true">
      <g className={styles.ink} {...stroke}>
        <path d="M4 46c12 0 8-20 20-20h2" />
        <rect x="22" y="18" width="14" height="16" rx="4" className={styles.body} />
        <path d="M68 18c-12 0-8 20-18 20" />
        <rect x="40" y="30" width="12" height="16" rx="4" className={styles.body} />
      </g>
      <path d="m38 8 2 6m8-5-4 6M30 52l2-6m7 9-1-6" className={styles.doubt} {...stroke} />
    </svg>
  );
}

/** The customer's phone under the scanner. */
export function PhoneCode() {
  return (
    <svg className={styles.large} viewBox="0 0 220 150" aria-hidden="true">
      <path d="M150 40 62 66v34l88 12Z" className={styles.beam} />
      <g className={styles.ink} {...stroke}>
        <rect x="40" y="18" width="66" height="116" rx="12" className={styles.body} />
        <path d="M66 28h14" />
        <path d="M150 34h34a8 8 0 0 1 8 8v62a8 8 0 0 1-8 8h-34Z" className={styles.body} />
        <path d="M164 112v22h18v-22" />
      </g>
      <g className={styles.accentFill}>
        {phoneDots.map(([x, y]) => (
          <rect key={`${x}-${y}`} x={54 + x * 6} y={50 + y * 6} width="5.2" height="5.2" rx="1" />
        ))}
      </g>
    </svg>
  );
}

/** A pattern that looks like a code and can never be read as one. */
const phoneDots = Array.from({ length: 49 }, (_, at) => [at % 7, Math.floor(at / 7)] as const).filter(
  ([x, y]) => (x * 5 + y * 3 + x * y) % 4 !== 1,
);

/** A till that stopped: its screen is dark, the drawer is shut, the money is in it. */
export function Stopped() {
  return (
    <svg className={styles.large} viewBox="0 0 220 150" aria-hidden="true">
      <rect x="6" y="128" width="208" height="12" rx="6" className={styles.sunken} />
      <g className={styles.ink} {...stroke}>
        <rect x="52" y="16" width="116" height="72" rx="10" className={styles.body} />
        <path d="M110 88v14" />
        <rect x="40" y="102" width="140" height="26" rx="7" className={styles.body} />
        <path d="M98 115h24" />
      </g>
      <path d="m97 39 26 26m0-26L97 65" className={styles.refused} {...stroke} strokeWidth={5} />
    </svg>
  );
}

/** A large tick for money that is certain. */
export function PaidTick() {
  return (
    <svg className={styles.tick} viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="23" className={styles.sureFill} />
      <path d="m13 25 8 8 15-17" className={styles.onSure} {...stroke} strokeWidth={5} />
    </svg>
  );
}
