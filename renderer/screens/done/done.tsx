import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoneView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { PaidTick } from '../../components/pictures.tsx';
import { doublePressMs } from '../../state/once.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { Documents } from './documents.tsx';
import { send } from '../../state/till.ts';
import { GiveBack } from './give-back.tsx';
import styles from './done.module.css';

/** Paid: the sum in green, the change to hand over, what became of the papers, and the next customer. */
export function Done({ done, handlers }: { done: DoneView; handlers: Handlers }) {
  const { t } = useTranslation();
  const settled = useSettled(done.saleId);
  return (
    <div className={styles.side}>
      <Card className={styles.paid} testId="paid">
        <div className={styles.paidTop}>
          <PaidTick />
          <div>
            <h1 className={styles.paidWord}>{t('done.paid')}</h1>
            <p className={styles.number}>{t('done.sale', { number: done.number })}</p>
          </div>
          {done.refund === null ? (
            <div className={styles.giveBack}>
              <Button size="small" cap="F7" onPress={() => handlers.giveBack?.()} testId="give-back">
                {t('giveBack.open')}
              </Button>
            </div>
          ) : null}
        </div>
        <div className={styles.sum}>
          <Amount value={done.total} size="total" unit testId="total" tone="sure" />
        </div>
      </Card>
      <Card className={styles.after}>
        <Tenders done={done} />
        <Documents done={done} />
        <div className={styles.push} />
        {done.fiscal.state === 'refused' ? (
          <Button wide onPress={() => void send('retryFiscal', { saleId: done.saleId })} testId="retry-fiscal">
            {t('done.retryFiscal')}
          </Button>
        ) : null}
        <Button wide cap="F4" onPress={() => handlers.reprint?.()} testId="reprint">
          {t('done.reprint')}
        </Button>
        <Button look="next" wide cap="Enter" onPress={() => handlers.newSale?.()} disabled={!settled} testId="new-sale">
          {t('done.newSale')}
        </Button>
      </Card>
      <GiveBack done={done} />
    </div>
  );
}

/** The second press of a double press on *finish* must not skip this screen. */
function useSettled(saleId: string): boolean {
  const [settledId, setSettledId] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSettledId(saleId), doublePressMs);
    return () => window.clearTimeout(timer);
  }, [saleId]);
  return settledId === saleId;
}

function Tenders({ done }: { done: DoneView }) {
  const { t } = useTranslation();
  const cash = done.tenders.some(({ kind }) => kind === 'cash');
  return (
    <div>
      {done.tenders.map(({ kind, amount, given }) => (
        <p key={kind} className={styles.tender} data-testid="done-tender" data-kind={kind} data-amount={amount}>
          <span>{t(`tenders.${kind}`)}</span>
          <Amount value={given ?? amount} />
        </p>
      ))}
      {cash ? (
        <div className={styles.change}>
          <span>{t(done.change > 0 ? 'done.change' : 'done.noChange')}</span>
          <Amount value={done.change} size="total" testId="change" />
        </div>
      ) : null}
    </div>
  );
}
