import { useTranslation } from 'react-i18next';
import type { PastSaleView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { formatDateTime, formatSum } from '../../i18n/format.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { hasLeft } from './keys.ts';
import { Lines } from './lines.tsx';
import { Refunds } from './refunds.tsx';
import styles from './sale.module.css';
import { Steps } from './steps.tsx';
import { stateWords, wentBack, withForeign } from './words.ts';

type Props = { past: PastSaleView | null; empty: boolean; handlers: Handlers };

/** One past sale: what was sold, how it was paid, what went back and how far, and what happened when. */
export function Sale({ past, empty, handlers }: Props) {
  const { t } = useTranslation();
  if (past === null) return <p className={styles.choose}>{empty ? t('history.scan') : t('history.reading')}</p>;
  return (
    <>
      <Head past={past} />
      <div className={styles.body} tabIndex={0} role="group" aria-label={t('done.sale', { number: past.sale.number })}>
        <Lines lines={past.lines} />
        <Paid past={past} />
        <Refunds refunds={past.refunds} />
        <Steps steps={past.steps} />
      </div>
      <Keys past={past} handlers={handlers} />
    </>
  );
}

function Head({ past: { sale } }: { past: PastSaleView }) {
  const { t } = useTranslation();
  return (
    <header className={styles.head} data-testid="past-sale-view" data-id={sale.id}>
      <div className={styles.which}>
        <h2 className={styles.number}>{t('done.sale', { number: sale.number })}</h2>
        <p className={styles.facts}>{`${formatDateTime(sale.at)} · ${sale.cashier}`}</p>
      </div>
      <div className={styles.sums}>
        <Amount value={sale.total} size="price" unit />
        {sale.refunded > 0 ? (
          <p className={styles.refunded}>{t('history.gaveBack', { sum: formatSum(sale.refunded) })}</p>
        ) : null}
      </div>
    </header>
  );
}

function Paid({ past: { tenders } }: { past: PastSaleView }) {
  const { t } = useTranslation();
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t('history.paid')}</h3>
      {tenders.map(({ kind, amount, charged, state }, at) => (
        <p key={`${kind}-${at}`} className={styles.pair} data-testid="past-tender" data-kind={kind} data-state={state}>
          <span>
            {withForeign(t(`tenders.${kind}`), charged)}
            {wentBack(state) ? <span className={styles.because}>{stateWords(t, state)}</span> : null}
          </span>
          <Amount value={amount} />
        </p>
      ))}
    </section>
  );
}

/** What may be done, each with its key; why not is said in words where the sale does not allow it. */
function Keys({ past, handlers }: { past: PastSaleView; handlers: Handlers }) {
  const { t } = useTranslation();
  const { reprint, giveBack, giveBackSome } = handlers;
  return (
    <footer className={styles.foot}>
      <WhyNot past={past} />
      <div className={styles.keys}>
        <Button cap="F4" onPress={() => reprint?.()} disabled={!reprint} testId="history-reprint">
          {t('history.reprint')}
        </Button>
        <Button cap="F6" onPress={() => giveBackSome?.()} disabled={!giveBackSome} testId="history-give-some">
          {t('history.some')}
        </Button>
        <Button cap="F7" onPress={() => giveBack?.()} disabled={!giveBack} testId="history-give-all">
          {t('history.whole')}
        </Button>
      </div>
    </footer>
  );
}

function WhyNot({ past }: { past: PastSaleView }) {
  const { t } = useTranslation();
  const { whole, parts } = past.mayRefund;
  if (hasLeft(past) && whole && parts) return null;
  const why = !hasLeft(past) ? 'history.nothing' : whole ? 'history.noParts' : 'history.noWhole';
  return (
    <p className={styles.why} data-testid="history-why-not">
      {t(why)}
    </p>
  );
}
