import { useTranslation } from 'react-i18next';
import type { BoxLimitView } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { Mark } from '../../components/mark.tsx';
import { useSpan } from '../../components/span.ts';
import styles from './box-limits.module.css';
import { limitWords } from './words.ts';

/** The limits of the fiscal box that are near or reached: what it is, and what to do before it bites. */
export function BoxLimits({ box }: { box: readonly BoxLimitView[] }) {
  const { t } = useTranslation();
  const span = useSpan();
  return box.map((limit) => {
    const tone = limit.level === 'reached' ? 'refused' : 'info';
    return (
      <div
        key={limit.kind}
        className={cx(styles.limit, styles[tone])}
        data-testid="box-limit-row"
        data-kind={limit.kind}
        data-level={limit.level}
      >
        <Mark tone={tone} large />
        <div>
          <p className={styles.said}>{limitWords(t, limit, span)}</p>
          <p className={styles.todo}>{t(`unsettled.box.${limit.kind}Todo`)}</p>
        </div>
      </div>
    );
  });
}
