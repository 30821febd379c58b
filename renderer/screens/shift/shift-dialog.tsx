import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftReport } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Message } from '../../components/message.tsx';
import { SumPad } from '../../components/sum-pad.tsx';
import { sumEntered } from '../../state/entry.ts';
import { currentMessage, send, useTill } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import { OpenFindings } from './open-findings.tsx';
import { ReportTable } from './report-table.tsx';
import styles from './shift.module.css';

/** F10: the X report of the shift, and beside it the count that closes it. */
export function ShiftDialog() {
  const { t } = useTranslation();
  const open = useWindow((state) => state.dialog === 'shift');
  const shift = useTill((state) => state.view?.shift ?? null);
  if (!open || !shift) return null;
  return (
    <Dialog title={t('shift.title', { number: shift.number })} size="large" onClose={() => openDialog(null)}>
      <Halves />
    </Dialog>
  );
}

function Halves() {
  const { t } = useTranslation();
  const report = useXReport();
  return (
    <div className={styles.halves}>
      {report ? <ReportTable report={report} /> : <p className={styles.text}>{t('shift.reading')}</p>}
      <Closing findings={report?.findings ?? 0} />
    </div>
  );
}

/** The figures of the open shift as they are when its dialog opens; null until they are read. */
function useXReport(): ShiftReport | null {
  const [report, setReport] = useState<ShiftReport | null>(null);
  useEffect(() => {
    let shown = true;
    void send('xReport').then((result) => {
      if (shown && result.ok) setReport(result.value);
    });
    return () => {
      shown = false;
    };
  }, []);
  return report;
}

function Closing({ findings }: { findings: number }) {
  const { t } = useTranslation();
  const [counted, setCounted] = useState('');
  const message = useTill(currentMessage);
  const busy = useTill((state) => state.pending.has('closeShift'));
  const amount = sumEntered(counted);

  const close = async () => {
    if (amount === undefined) return;
    const result = await send('closeShift', { counted: amount });
    if (result.ok) useWindow.setState({ dialog: null, reportOpen: true });
  };

  return (
    <form
      className={styles.closing}
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      {message ? <Message message={message} /> : null}
      <SumPad label={t('shift.counted')} value={counted} onChange={setCounted} testId="counted">
        <p className={styles.text}>{t('shift.countedHint')}</p>
      </SumPad>
      <div className={styles.push} />
      <OpenFindings count={findings} />
      <Button
        look="next"
        wide
        cap="Enter"
        onPress={() => void close()}
        disabled={amount === undefined || busy}
        testId="close-shift"
      >
        {busy ? t('shift.closing') : t('shift.close')}
      </Button>
    </form>
  );
}
