import { memo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { PressEvent } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { QuickKeyView } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { Figures } from '../../components/figures.tsx';
import { formatSum } from '../../i18n/format.ts';
import { pickItem } from './actions.ts';
import styles from './sell-panel.module.css';

/** Goods without a code, one press each. The row of groups gives way to the digits while something is keyed in. */
export function QuickKeys({ keys, entry }: { keys: readonly QuickKeyView[]; entry: ReactNode }) {
  const { t } = useTranslation();
  const [group, setGroup] = useState<string | null>(null);
  const groups = [...new Set(keys.flatMap((key) => key.group ?? []))];
  const shown = keys.filter((key) => group === null || key.group === group);
  if (keys.length === 0) {
    return (
      <div className={styles.quick}>
        <p className={styles.none}>{t('sale.noQuickKeys')}</p>
        {entry}
      </div>
    );
  }
  return (
    <div className={styles.quick} role="group" aria-label={t('sale.quickKeys')}>
      <div className={styles.room}>
        <div className={styles.grid}>
          {shown.map((key) => (
            <QuickKey key={key.itemId} item={key} />
          ))}
        </div>
      </div>
      {entry ??
        (groups.length > 1 ? (
          <div className={styles.groups}>
            <Group name={t('sale.allGroups')} chosen={group === null} onPress={() => setGroup(null)} />
            {groups.map((each) => (
              <Group key={each} name={each} chosen={group === each} onPress={() => setGroup(each)} />
            ))}
          </div>
        ) : null)}
    </div>
  );
}

function Group({ name, chosen, onPress }: { name: string; chosen: boolean; onPress: () => void }) {
  const choose = ({ target }: PressEvent) => {
    onPress();
    target.scrollIntoView({ block: 'nearest', inline: 'center' });
  };
  return (
    <Button className={cx(styles.group, chosen && styles.groupChosen)} onPress={choose} aria-pressed={chosen}>
      {name}
    </Button>
  );
}

const QuickKey = memo(function QuickKey({ item }: { item: QuickKeyView }) {
  return (
    <Button className={cx(styles.key)} onPress={() => pickItem(item)} data-testid="quick-key" data-item={item.itemId}>
      <span className={styles.keyName}>{item.name}</span>
      <span className={styles.keyPrice}>
        <Figures>{formatSum(item.price)}</Figures>
        {item.weighed ? ` / ${item.unit}` : ''}
      </span>
    </Button>
  );
});
