import { useTranslation } from 'react-i18next';
import type { Code, LineView, TillView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { Message } from '../../components/message.tsx';
import { formatQuantity, formatSum } from '../../i18n/format.ts';
import type { Panel } from '../../state/screen.ts';
import { currentMessage, dismiss, useTill } from '../../state/till.ts';
import { undoLast } from './actions.ts';
import styles from './selling.module.css';

/** These stand in the payment panel in full, unless they speak of a sale put aside; twice would make one of them noise. */
const saidByPanel: ReadonlySet<Code> = new Set<Code>([
  'payment-declined',
  'payment-queued',
  'payment-expired',
  'payment-in-doubt',
]);

/** What happened last: the item just scanned with a way to take it back, and above it what the till has to say. */
export function LastItem({ view, panel }: { view: TillView; panel: Panel }) {
  const message = useTill(currentMessage);
  const { sale } = view;
  const last = sale?.lines.find(({ id }) => id === sale.lastLineId);
  const aside = message?.facts['number'] !== undefined;
  const hidden = message && saidByPanel.has(message.code) && !aside && (panel === 'live' || panel === 'ended');
  return (
    <>
      {message && !hidden ? (
        <div className={styles.lastMessage}>
          <Message message={message} onDismiss={dismiss} />
        </div>
      ) : null}
      {last ? <Item line={last} onUndo={panel === 'sell' ? () => undoLast(sale) : undefined} /> : null}
    </>
  );
}

function Item({ line, onUndo }: { line: LineView; onUndo: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <div className={styles.last} data-testid="last-item">
      <div className={styles.lastWords}>
        <p className={styles.lastName}>{line.name}</p>
        <p className={styles.lastFacts}>
          {line.code}
          {line.quantity === 1000
            ? ''
            : ` · ${formatQuantity(line.quantity)} ${line.unit} × ${formatSum(line.price)}`}{' '}
          · {line.vatPercent === null ? t('sale.noVat') : t('sale.lineVat', { percent: line.vatPercent })}
          {line.discount > 0 ? ` · ${t('sale.discount', { sum: formatSum(line.discount) })}` : ''}
        </p>
      </div>
      <Amount value={line.total} size="price" />
      {onUndo ? (
        <Button onPress={onUndo} testId="undo">
          {t('sale.takeBack')}
          {line.weighed ? null : ' −1'}
        </Button>
      ) : null}
    </div>
  );
}
