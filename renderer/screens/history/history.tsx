import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { KeyStrip } from '../../components/key-strip.tsx';
import { Keyboard } from '../../components/keyboard.tsx';
import { Message } from '../../components/message.tsx';
import { useCounterFirst } from '../../state/counter-first.ts';
import { moved } from '../../state/past-sales.ts';
import { currentMessage, dismiss, useTill } from '../../state/till.ts';
import { useKeys } from '../../state/use-keys.ts';
import { lookFor, openDialog, showHistory, useWindow } from '../../state/window.ts';
import { GiveBackAll } from './give-back-all.tsx';
import { GiveBackSome } from './give-back-some.tsx';
import styles from './history.module.css';
import { bindHistory } from './keys.ts';
import { Search } from './search.tsx';
import { Sale } from './sale.tsx';
import { SalesList } from './sales-list.tsx';
import { usePastSale } from './use-past-sale.ts';
import { usePastSales } from './use-past-sales.ts';

const toCounter = (): void => showHistory(null);

/** Past sales: found by receipt number, goods or the receipt's QR, and everything that became of the one that is chosen. */
export function History({ view, text }: { view: TillView; text: string }) {
  const { t } = useTranslation();
  const { sales, older, chosen, past, pick, move } = useChosenSale(text);
  const [letters, showLetters] = useState(false);
  const message = useTill(currentMessage);
  const handlers = bindHistory(past, move);
  useKeys('history', handlers);
  useCounterFirst(view, toCounter);
  useScannedReceipt();
  return (
    <>
      <main className={styles.screen} data-testid="history" aria-label={t('history.title')}>
        <Card className={styles.left}>
          <Search text={text} letters={letters} onLetters={() => showLetters(!letters)} />
          <SalesList sales={sales} chosen={chosen} onChoose={pick} onEnd={older} />
        </Card>
        <Card className={styles.right}>
          {message ? <Message message={message} onDismiss={dismiss} /> : null}
          <Sale past={past} empty={chosen === null && sales !== null} handlers={handlers} />
        </Card>
        {letters ? (
          <Card className={styles.letters}>
            <Keyboard value={text} onChange={lookFor} />
          </Card>
        ) : null}
      </main>
      <KeyStrip context="history" handlers={handlers} />
      {past ? <GiveBackAll past={past} /> : null}
      {past ? <GiveBackSome past={past} /> : null}
    </>
  );
}

/** The sales that `text` finds, and the one of them that is chosen: the newest until another is picked. */
function useChosenSale(text: string) {
  const { sales, older, changed } = usePastSales(text);
  const [picked, pick] = useState<string | null>(null);
  const chosen = sales?.find(({ id }) => id === picked)?.id ?? sales?.[0]?.id ?? null;
  const past = usePastSale(chosen, changed);
  const move = (by: number) => pick(moved(sales ?? [], chosen, by));
  return { sales, older, chosen, past, pick, move };
}

/** A scanner that talks to the till brings a receipt's QR as a code no goods have: that is what is looked for. */
function useScannedReceipt(): void {
  const unknown = useTill(({ view }) => (view?.message?.code === 'code-unknown' ? view.message : null));
  const [before] = useState(unknown?.at);
  const code = unknown?.facts['code'];
  const at = unknown?.at;
  useEffect(() => {
    if (at === undefined || at === before || typeof code !== 'string') return;
    if (useWindow.getState().dialog !== null) openDialog(null);
    lookFor(code);
    dismiss();
  }, [at, before, code]);
}
