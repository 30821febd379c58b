import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyRegister } from '../../components/pictures.tsx';
import type { Panel } from '../../state/screen.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { TrainingScanner } from '../training/scanner.tsx';
import { chosenLine } from './actions.ts';
import { LastItem } from './last-item.tsx';
import { Lines } from './lines.tsx';
import styles from './selling.module.css';

/** The goods of the sale; what happened last stands above them in large type. */
export function LinesCard({ view, handlers, panel }: { view: TillView; handlers: Handlers; panel: Panel }) {
  const { t } = useTranslation();
  const { sale } = view;
  const empty = !sale || sale.lines.length === 0;
  return (
    <div className={styles.left}>
      <Card className={styles.linesCard}>
        {empty ? null : <h1 className={styles.unseen}>{t('sale.list')}</h1>}
        <LastItem view={view} panel={panel} />
        {empty ? <Empty /> : <Lines lines={sale.lines} chosenId={chosenLine(sale)?.id} lastId={sale.lastLineId} />}
        {panel === 'sell' && !empty ? <LineKeys handlers={handlers} /> : null}
      </Card>
      {view.training ? <TrainingScanner training={view.training} /> : null}
    </div>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <div className={styles.empty}>
      <EmptyRegister />
      <h1 className={styles.emptyTitle}>{t('sale.empty')}</h1>
      <p className={styles.emptyText}>{t('sale.emptyText')}</p>
    </div>
  );
}

/** Keys that act on the chosen line; giving up the whole sale stands apart from them. */
function LineKeys({ handlers }: { handlers: Handlers }) {
  const { t } = useTranslation();
  return (
    <div className={styles.lineKeys}>
      <Button size="small" cap="F3" onPress={() => handlers.quantity?.()} testId="quantity">
        {t('sale.setQuantity')}
      </Button>
      <Button size="small" label={t('keys.minusOne')} onPress={() => handlers.minusOne?.()} testId="minus-one">
        −1
      </Button>
      <Button size="small" cap="Del" onPress={() => handlers.remove?.()} testId="remove-line">
        {t('keys.remove')}
      </Button>
      <span className={styles.apart} />
      <Button size="small" look="danger" onPress={() => handlers.void?.()} testId="void-sale">
        {t('keys.void')}
      </Button>
    </div>
  );
}
