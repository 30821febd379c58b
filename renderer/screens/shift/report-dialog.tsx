import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog.tsx';
import { useTill } from '../../state/till.ts';
import { useWindow } from '../../state/window.ts';
import { ReportTable } from './report-table.tsx';

/** The Z report of the shift just closed, until someone has read it; it follows what the fiscal box goes on to say. */
export function Report() {
  const { t } = useTranslation();
  const open = useWindow((state) => state.reportOpen);
  const report = useTill((state) => state.view?.closedShift ?? null);
  if (!open || !report) return null;
  const close = () => useWindow.setState({ reportOpen: false });
  return (
    <Dialog title={t('shift.zReport')} onClose={close}>
      <ReportTable report={report} />
    </Dialog>
  );
}
