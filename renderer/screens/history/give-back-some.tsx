import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastLine, PastSaleView } from '../../../preload/api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { askedLines, stepped } from '../../state/give-back.ts';
import type { Entries } from '../../state/give-back.ts';
import { send } from '../../state/till.ts';
import { useApproved } from '../../state/use-approved.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import { GivePad } from './give-pad.tsx';
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
      <Giving past={past} lines={past.lines.filter(({ left }) => left > 0)} />
    </Dialog>
  );
}

function Giving({ past, lines }: { past: PastSaleView; lines: readonly PastLine[] }) {
  const [entries, setEntries] = useState<Entries>({});
  const [chosenId, choose] = useState(lines[0]?.id);
  const [run, busy] = useApproved(() => openDialog(null));
  const chosen = lines.find(({ id }) => id === chosenId) ?? lines[0];
  const asked = askedLines(lines, entries);
  const give = () => {
    if (asked && !busy) run((approval) => send('refundSale', { saleId: past.sale.id, lines: asked, approval }));
  };
  if (!chosen) return null;
  const step = (line: PastLine, by: 1 | -1) => setEntries(stepped(line, entries, by));
  const said = { lines, entries, chosen };
  return (
    <form
      className={styles.giving}
      onKeyDown={(event) => pressedKey(event, said, { choose, step })}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <LinesToGive lines={lines} entries={entries} chosenId={chosen.id} onChoose={choose} onStep={step} />
      <GivePad past={past} said={said} busy={busy} onEntries={setEntries} onGive={give} />
      <button type="submit" hidden />
    </form>
  );
}

/** What is keyed in so far: for which lines, and which of them is at hand. */
export type GivingSaid = { lines: readonly PastLine[]; entries: Entries; chosen: PastLine };

type Moves = { choose: (id: string | undefined) => void; step: (line: PastLine, by: 1 | -1) => void };

/** Arrows choose a line, the number pad's plus and minus count its pieces; every other key is the field's own. */
function pressedKey(event: React.KeyboardEvent, { lines, chosen }: GivingSaid, { choose, step }: Moves): void {
  const to = (by: number) => lines[Math.min(Math.max(lines.indexOf(chosen) + by, 0), lines.length - 1)]?.id;
  if (event.code === 'ArrowDown') choose(to(1));
  else if (event.code === 'ArrowUp') choose(to(-1));
  else if (event.code === 'NumpadAdd') step(chosen, 1);
  else if (event.code === 'NumpadSubtract') step(chosen, -1);
  else return;
  event.preventDefault();
}
