import { Fragment } from 'react';
import styles from './figures.module.css';

/**
 * A formatted number with gaps of one width between thousands. The narrow space itself has no glyph in Inter, so its
 * width would be whatever font the system falls back to; the character stays in the text for copying and for readers.
 */
export function Figures({ children }: { children: string }) {
  return (
    <span className={styles.figures}>
      {children.split('\u202f').map((group, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- groups have no identity but their place
        <Fragment key={at}>
          {at === 0 ? null : <span className={styles.gap}>{'\u202f'}</span>}
          {group}
        </Fragment>
      ))}
    </span>
  );
}
