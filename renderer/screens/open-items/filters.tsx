import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OpenItem } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { countsOf, openFilters } from '../../state/open-items.ts';
import type { OpenFilter } from '../../state/open-items.ts';
import { showOpenItems } from '../../state/window.ts';
import styles from './filters.module.css';

/** The heaps as chips, each with its count; one of them narrows the list. */
export function Filters({ items, filter }: { items: readonly OpenItem[]; filter: OpenFilter }) {
  const { t } = useTranslation();
  const counts = countsOf(items);
  return (
    <div className={styles.filters} role="group" aria-label={t('unsettled.open.filters')}>
      {openFilters.map((each) => (
        <Button
          key={each}
          className={cx(styles.chip, each === filter && styles.chosen, counts[each] === 0 && styles.none)}
          onPress={() => showOpenItems(each)}
          aria-pressed={each === filter}
          data-testid={`open-filter-${each}`}
          data-count={counts[each]}
        >
          <span>{t(`unsettled.filter.${each}`)}</span>
          <span className={styles.count}>{counts[each]}</span>
        </Button>
      ))}
    </div>
  );
}
