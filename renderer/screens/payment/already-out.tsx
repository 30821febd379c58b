import { useTranslation } from 'react-i18next';
import type { ReleaseView } from '../../../preload/api.ts';
import { Mark } from '../../components/mark.tsx';
import { useSpan } from '../../components/span.ts';
import { useNow } from '../../state/use-now.ts';
import { outLines } from './out-lines.ts';
import styles from './steps.module.css';

/** From half of a limit on whoever lets goods go sees how much is out already; nothing while the limits are far. */
export function AlreadyOut({ release }: { release: ReleaseView }) {
  const { t } = useTranslation();
  const span = useSpan();
  const now = useNow();
  const lines = outLines(t, span, release, now);
  if (lines.length === 0) return null;
  return (
    <div className={styles.alreadyOut} data-testid="already-out">
      <Mark tone="doubt" />
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
