import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { cx } from '../../components/cx.ts';
import { Keypad } from '../../components/keypad.tsx';
import { formatEntry, formatQuantity } from '../../i18n/format.ts';
import { pressed } from '../../state/entry.ts';
import { setEntry, useWindow } from '../../state/window.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { QuickKeys } from './quick-keys.tsx';
import styles from './sell-panel.module.css';

/** Beside the lines while goods are rung up: quick keys, and the number pad in its fixed place. */
export function SellPanel({ view, handlers }: { view: TillView; handlers: Handlers }) {
  const { t } = useTranslation();
  const { entry, entryFor } = useWindow();
  const { nextQuantity } = view;
  const asked = entryFor.kind !== 'code';
  return (
    <Card className={styles.panel}>
      <QuickKeys
        keys={view.quickKeys}
        entry={entry !== '' || asked || nextQuantity !== null ? <Entry times={nextQuantity} /> : null}
      />
      <Keypad
        onKey={(key) => setEntry(pressed(entry, key))}
        extra={{
          caption: '×',
          label: t('keys.multiply'),
          onPress: () => handlers.multiply?.(),
          disabled: asked || entry === '',
        }}
        enter={{
          caption: t(asked ? 'keys.finish' : 'sale.enterCode'),
          onPress: () => handlers.enter?.(),
          disabled: entry === '',
          testId: 'enter',
        }}
      />
    </Card>
  );
}

/** The digits keyed in so far and what they are for. */
function Entry({ times }: { times: number | null }) {
  const { t } = useTranslation();
  const { entry, entryFor } = useWindow();
  const words = {
    code: () => t('sale.entryCode'),
    quantity: () => t('sale.entryQuantity'),
    weight: () =>
      entryFor.kind === 'weight' ? `${entryFor.name} · ${t('sale.entryWeight', { unit: entryFor.unit })}` : '',
  };
  return (
    <div
      className={cx(styles.entry, entryFor.kind !== 'code' && styles.asked)}
      data-testid="entry"
      data-for={entryFor.kind}
    >
      <span className={styles.entryWords}>{words[entryFor.kind]()}</span>
      {times === null ? null : (
        <span className={styles.times} data-testid="multiplier" data-quantity={times}>
          {t('sale.times', { quantity: formatQuantity(times) })}
        </span>
      )}
      <output className={styles.digits}>{entry.length > 7 ? entry : formatEntry(entry)}</output>
    </div>
  );
}
