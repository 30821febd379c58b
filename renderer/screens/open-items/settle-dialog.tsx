import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEvidence } from '../../../main/domain/evidence.ts';
import type { OpenItem } from '../../../preload/api.ts';
import { Dialog } from '../../components/dialog.tsx';
import type { Approvable } from '../../state/approval.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import { send } from '../../state/till.ts';
import { EvidenceForm } from './evidence-form.tsx';
import styles from './questions.module.css';
import { TextLines } from './text-lines.tsx';

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
  const line = { label: t('unsettled.settling.evidence'), value: evidence, onChange: setEvidence, longest: 500 };
  return (
    <EvidenceForm
      intent={isEvidence(evidence) ? settling(item, evidence.trim()) : null}
      caption={t('unsettled.settling.confirm')}
      onClose={onClose}
      testId="settle-confirm"
    >
      <What item={item} />
      <TextLines lines={[{ ...line, testId: 'settle-evidence', autoFocus: true }]} />
    </EvidenceForm>
  );
}

/** Settles the finding; the till names it by the item's own id. */
function settling({ id }: OpenItem, evidence: string): Approvable<null> {
  return (approval) => send('settleFinding', { findingId: id, evidence, approval });
}

function What({ item: { finding, tender } }: { item: OpenItem }) {
  const { t } = useTranslation();
  const wallet = walletOf(tender);
  if (!finding) return null;
  return (
    <div className={styles.what}>
      <strong>{t(`unsettled.finding.${finding.kind}.said`, { wallet })}</strong>
      <span>{t(`unsettled.finding.${finding.kind}.todo`, { wallet })}</span>
      {finding.paymentId === null ? null : (
        <span className={styles.payment}>{t('unsettled.settling.payment', { wallet, id: finding.paymentId })}</span>
      )}
    </div>
  );
}
