import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEvidence } from '../../../main/domain/evidence.ts';
import type { OpenItem } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Keyboard } from '../../components/keyboard.tsx';
import { Message } from '../../components/message.tsx';
import { approved, useAsking } from '../../state/approval.ts';
import { useFreshRefusal } from '../../state/refusal.ts';
import { send } from '../../state/till.ts';
import styles from './questions.module.css';
import { TextField } from './text-field.tsx';

type Props = { item: OpenItem; onClose: () => void };

/** A manager has looked into a difference of the daily match and writes what it was. */
export function SettleDialog({ item, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('unsettled.settling.title')} size="large" onClose={onClose} testId="settle-finding">
      <Settling item={item} onClose={onClose} />
    </Dialog>
  );
}

function Settling({ item, onClose }: Props) {
  const { t } = useTranslation();
  const [evidence, setEvidence] = useState('');
  const refusal = useFreshRefusal();
  const asking = useAsking((state) => state.asking !== null);
  const [settle, busy] = useSettle(item, onClose);
  const ready = isEvidence(evidence) && !busy;
  const finish = () => {
    if (ready) void settle(evidence.trim());
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <What item={item} />
      <TextField
        label={t('unsettled.settling.evidence')}
        value={evidence}
        onChange={setEvidence}
        longest={500}
        testId="settle-evidence"
        autoFocus
      />
      <Keyboard
        signs
        onType={(letter) => setEvidence(evidence + letter)}
        onErase={() => setEvidence([...evidence].slice(0, -1).join(''))}
      />
      {refusal && !asking ? <Message message={refusal} /> : null}
      <div className={styles.end}>
        <p className={styles.small}>{t('unsettled.closing.forever')}</p>
        <Button look="next" cap="Enter" onPress={finish} disabled={!ready} testId="settle-confirm">
          {t('unsettled.settling.confirm')}
        </Button>
      </div>
    </form>
  );
}

/** Settles the finding; the till names it by the item's own id. */
function useSettle({ id }: OpenItem, onClose: () => void) {
  const [busy, setBusy] = useState(false);
  const settle = async (evidence: string): Promise<void> => {
    setBusy(true);
    const result = await approved((approval) => send('settleFinding', { findingId: id, evidence, approval }));
    setBusy(false);
    if (result.ok) onClose();
  };
  return [settle, busy] as const;
}

function What({ item: { finding } }: { item: OpenItem }) {
  const { t } = useTranslation();
  if (!finding) return null;
  return (
    <div className={styles.what}>
      <strong>{t(`unsettled.finding.${finding.kind}.said`)}</strong>
      <span>{t(`unsettled.finding.${finding.kind}.todo`)}</span>
      {finding.paymentId === null ? null : (
        <span className={styles.payment}>{t('unsettled.settling.payment', { id: finding.paymentId })}</span>
      )}
    </div>
  );
}
