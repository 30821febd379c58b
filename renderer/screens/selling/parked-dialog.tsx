import { useTranslation } from 'react-i18next';
import type { ParkedView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Pill } from '../../components/pill.tsx';
import { formatTime } from '../../i18n/format.ts';
import { send } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import styles from './parked.module.css';

/** F6: the sales put aside, each with what its money is doing. */
export function ParkedDialog({ parked }: { parked: readonly ParkedView[] }) {
  const { t } = useTranslation();
  const open = useWindow((state) => state.dialog === 'parked');
  if (!open) return null;
  return (
    <Dialog title={t('parked.title')} onClose={() => openDialog(null)}>
      {parked.length === 0 ? <p>{t('parked.none')}</p> : null}
      <ul className={styles.list}>
        {parked.map((sale, at) => (
          <li key={sale.id}>
            <Parked sale={sale} first={at === 0} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Parked({ sale, first }: { sale: ParkedView; first: boolean }) {
  const { t } = useTranslation();
  const recall = () => {
    openDialog(null);
    void send('recall', { saleId: sale.id });
  };
  return (
    <Button wide onPress={recall} testId="recall" data={{ 'data-id': sale.id }} autoFocus={first}>
      <span className={styles.row}>
        <span>{t('parked.number', { number: sale.number })}</span>
        <span className={styles.facts}>
          {formatTime(sale.since)} · {t('sale.lines', { count: sale.lines, quantity: '' }).replace(/ · $/, '')}
        </span>
        <Attempt state={sale.attempt} standing={sale.standing} released={sale.released} />
        <Amount value={sale.total} />
      </span>
    </Button>
  );
}

type AttemptProps = { state: ParkedView['attempt']; standing: boolean; released: boolean };

function Attempt({ state, standing, released }: AttemptProps) {
  const { t } = useTranslation();
  if (released && state !== 'paid') {
    return (
      <Pill tone="doubt" filled data={{ 'data-released': 'true' }}>
        {t('parked.released')}
      </Pill>
    );
  }
  if (standing) return <Pill tone="info">{t('parked.standing')}</Pill>;
  if (state === 'in-doubt' || state === 'sending' || state === 'cancelling') {
    return (
      <Pill tone="doubt" filled>
        {t('parked.inDoubt')}
      </Pill>
    );
  }
  if (state === 'queued') {
    return (
      <Pill tone="doubt" filled>
        {t('parked.queued')}
      </Pill>
    );
  }
  return state === 'paid' ? <Pill tone="sure">{t('parked.paid')}</Pill> : <span />;
}
