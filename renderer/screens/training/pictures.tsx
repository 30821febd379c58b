import type { PractisedFault } from './faults.ts';
import styles from './training.module.css';

const stroke = { fill: 'none', strokeWidth: 2.5, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

function Picture({ children }: { children: React.ReactNode }) {
  return (
    <svg className={styles.picture} viewBox="0 0 40 40" aria-hidden="true" {...stroke}>
      {children}
    </svg>
  );
}

/** A plug out of its socket. */
const Network = () => (
  <Picture>
    <path d="M3 20h8m0-6h5v12h-5Zm5 3h4m-4 6h4" />
    <path d="M37 20h-8m0-6a5 6 0 0 0 0 12Z" />
  </Picture>
);

/** A message that left and whose answer breaks off. */
const Lost = () => (
  <Picture>
    <path d="M5 13h28m-6-6 6 6-6 6" />
    <path d="M35 28h-8m-5 0h-3m-5 0h-1" />
  </Picture>
);

/** A clock whose hand has gone on. */
const Late = () => (
  <Picture>
    <circle cx="20" cy="20" r="15" />
    <path d="M20 11v9l7 5" />
  </Picture>
);

/** A card turned down. */
const Declined = () => (
  <Picture>
    <path d="M34 22V12a3 3 0 0 0-3-3H7a3 3 0 0 0-3 3v16a3 3 0 0 0 3 3h13M4 16h30" />
    <path d="m27 27 8 8m0-8-8 8" />
  </Picture>
);

/** A small drawing for every fault of the lesson. */
export const faultPictures: Record<PractisedFault, () => React.ReactNode> = {
  network: Network,
  lost: Lost,
  late: Late,
  declined: Declined,
};
