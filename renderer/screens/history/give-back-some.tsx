import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastLine, PastSaleView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Keypad } from '../../components/keypad.tsx';
import { Message } from '../../components/message.tsx';
import { SumField } from '../../components/sum-field.tsx';
import { useAsking } from '../../state/approval.ts';
import { pressed } from '../../state/entry.ts';
import { askedLines, asEntry, stepped, sumBack, wantedOf } from '../../state/give-back.ts';
import type { Entries } from '../../state/give-back.ts';
import { useFreshRefusal } from '../../state/refusal.ts';
import { send } from '../../state/till.ts';
import { useApproved } from '../../state/use-approved.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import styles from './give-back-some.module.css';
import { LinesToGive } from './lines-to-give.tsx';

/** Some goods come back: which, and how many or how much, with a finger or with keys. */
export function GiveBackSome({ past }: { past: PastSaleView }) {
  const { t } = useTranslation();
  const { id, number } = past.sale;
  const open = useWindow(({ dialog, about }) => dialog === 'give-back-some' && about === id);
  if (!open) return null;
  return (
    <Dialog title={t('history.someTitle', { number })} size="large" onClose={() => openDialog(null)} testId="give-some">
      <Giving saleId={id} lines={past.lines.filter(({ left }) => left > 0)} />
    </Dialog>
  );
}

function Giving({ saleId, lines }: { saleId: string; lines: readonly PastLine[] }) {
  const { t } = useTranslation();
  const [entries, setEntries] = useState<Entries>({});
  const [chosenId, choose] = useState(lines[0]?.id);
  const [run, busy] = useApproved(() => openDialog(null));
  const refusal = useFreshRefusal();
  const asking = useAsking((state) => state.asking !== null);
  const chosen = lines.find(({ id }) => id === chosenId) ?? lines[0];
  const asked = askedLines(lines, entries);
  const give = () => {
    if (asked && !busy) run((approval) => send('refundSale', { saleId, lines: asked, approval }));
  };
  if (!chosen) return null;
  const key = (entry: string) => setEntries({ ...entries, [chosen.id]: entry });
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (by !== 0) choose(lines[Math.min(Math.max(lines.indexOf(chosen) + by, 0), lines.length - 1)]?.id);
    else if (event.code === 'NumpadAdd') setEntries(stepped(chosen, entries, 1));
    else if (event.code === 'NumpadSubtract') setEntries(stepped(chosen, entries, -1));
    else return;
    event.preventDefault();
  };
  return (
    <form
      className={styles.giving}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <LinesToGive
        lines={lines}
        entries={entries}
        chosenId={chosen.id}
        onChoose={choose}
        onStep={(line, by) => setEntries(stepped(line, entries, by))}
      />
      <div className={styles.pad}>
        <SumField
          key={chosen.id}
          label={chosen.weighed ? t('history.weight', { unit: chosen.unit }) : t('history.quantity')}
          value={entries[chosen.id] ?? ''}
          onChange={key}
          testId="give-quantity"
        />
        <p className={styles.hint}>
          {wantedOf(chosen, entries) === undefined ? t('history.tooMuch') : asked === null ? t('history.pick') : ''}
        </p>
        <div className={styles.push}>{refusal && !asking ? <Message message={refusal} /> : null}</div>
        <div className={styles.sum}>
          <span>{t('history.back')}</span>
          <Amount value={sumBack(lines, entries)} size="price" unit testId="give-sum" />
        </div>
        <Keypad
          onKey={(pad) => key(pressed(entries[chosen.id] ?? '', pad))}
          extra={{ caption: t('history.all'), onPress: () => key(asEntry(chosen.left)) }}
          enter={{
            caption: t('history.confirm'),
            onPress: give,
            disabled: asked === null || busy,
            testId: 'give-some-confirm',
            look: 'next',
          }}
        />
      </div>
      <button type="submit" hidden />
    </form>
  );
}
