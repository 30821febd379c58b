import styles from './mark.module.css';
import { cx } from './cx.ts';

/** How things stand: certain, in doubt or waiting, refused, resting. Each has a shape of its own. */
export type Tone = 'sure' | 'doubt' | 'refused' | 'info' | 'rest';

/** The shape of a state: dot, diamond, cross, square or bar, so that nobody needs to see its colour. */
export function Mark({ tone, large = false }: { tone: Tone; large?: boolean }) {
  return (
    <svg className={cx(styles.mark, styles[tone], large && styles.large)} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}

const shapes = {
  sure: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  doubt: <path d="M8 .8 15.2 8 8 15.2.8 8Z" fill="currentColor" />,
  refused: <path d="m3 3 10 10M13 3 3 13" stroke="currentColor" strokeWidth="3.4" strokeLinecap="round" />,
  info: <rect x="2" y="2" width="12" height="12" rx="3" fill="currentColor" />,
  rest: <rect x="1.5" y="6.2" width="13" height="3.6" rx="1.8" fill="currentColor" />,
};
