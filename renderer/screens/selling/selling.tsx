import { useEffect } from 'react';
import type { MessageView, TillView } from '../../../preload/api.ts';
import { KeyStrip } from '../../components/key-strip.tsx';
import { panelOf } from '../../state/screen.ts';
import type { Panel } from '../../state/screen.ts';
import { currentMessage, useTill } from '../../state/till.ts';
import { useKeys } from '../../state/use-keys.ts';
import { useDrawnAt } from '../../state/use-now.ts';
import { clearEntry, useWindow } from '../../state/window.ts';
import { Done } from '../done/done.tsx';
import { Receipt } from '../done/receipt.tsx';
import { Payment } from '../payment/payment.tsx';
import { ShiftDialog } from '../shift/shift-dialog.tsx';
import { askWeightFor } from './actions.ts';
import { bind } from './handlers.ts';
import { LinesCard } from './lines-card.tsx';
import { ParkedDialog } from './parked-dialog.tsx';
import { SearchDialog } from './search-dialog.tsx';
import { SellPanel } from './sell-panel.tsx';
import styles from './selling.module.css';
import { TotalCard } from './total-card.tsx';
import { VoidQuestion } from './void-question.tsx';

/** The one screen for selling: lines on the left, total and the panel of the moment on the right, keys below. */
export function Selling({ view }: { view: TillView }) {
  const seenAttempt = useWindow((state) => state.seenAttempt);
  const panel = panelOf(view, seenAttempt);
  useDrawnAt(view.payment?.attempt?.cancelFrom ?? null);
  const bound = bind(panel, view);
  useKeys(bound.context, bound.handlers, bound.onPad);
  useFreshEntry(panel);
  useAskedWeight(panel);
  useSeenAttempt(panel, view.payment?.attempt?.id);
  return (
    <>
      <main className={styles.counter}>
        {view.done ? (
          <Receipt key={view.done.saleId} done={view.done} training={view.training} />
        ) : (
          <LinesCard view={view} handlers={bound.handlers} panel={panel} />
        )}
        {view.done ? <Done done={view.done} handlers={bound.handlers} /> : null}
        {view.done ? null : (
          <div className={styles.side}>
            <TotalCard view={view} />
            {panel === 'sell' ? <SellPanel view={view} handlers={bound.handlers} /> : null}
            {view.payment && panel !== 'sell' ? (
              <Payment payment={view.payment} panel={panel} handlers={bound.handlers} onPad={bound.onPad} />
            ) : null}
          </div>
        )}
      </main>
      <KeyStrip context={bound.context} handlers={bound.handlers} />
      <SearchDialog />
      <ParkedDialog parked={view.parked} />
      <ShiftDialog />
      <VoidQuestion />
    </>
  );
}

/** Digits belong to the panel they were keyed into; only cash keeps those typed at the choice of tenders. */
function useFreshEntry(panel: Panel): void {
  useEffect(() => {
    if (panel !== 'cash') clearEntry();
  }, [panel]);
}

/** A code of weighed goods came without a weight: the pad asks for it, so that the cashier only types. */
function useAskedWeight(panel: Panel): void {
  const at = useTill((state) => weightNeeded(state)?.at);
  useEffect(() => {
    const message = weightNeeded(useTill.getState());
    if (panel === 'sell' && at !== undefined && message) askWeightFor(message.facts);
  }, [panel, at]);
}

function weightNeeded(state: Parameters<typeof currentMessage>[0]): MessageView | undefined {
  const message = currentMessage(state);
  return message?.code === 'weight-needed' ? message : undefined;
}

/** Back at the choice of tenders, an attempt that ended has been read; Payme Go chosen again starts afresh. */
function useSeenAttempt(panel: Panel, attemptId: string | undefined): void {
  useEffect(() => {
    if (attemptId !== undefined && (panel === 'choose' || panel === 'cash'))
      useWindow.setState({ seenAttempt: attemptId });
  }, [panel, attemptId]);
}
