import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEvidence } from '../../../main/domain/evidence.ts';
import type { OpenItem } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { walletOf } from '../../i18n/wallet-names.ts';
import type { Approvable } from '../../state/approval.ts';
import { send } from '../../state/till.ts';
import { EvidenceForm } from './evidence-form.tsx';
import styles from './questions.module.css';
import { TextLines } from './text-lines.tsx';

type Props = { item: OpenItem; onClose: () => void };

/** A manager has seen that the customer has the money back, and writes how they know. */
export function CloseRefundDialog({ item, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('closeRefund.title')} size="large" onClose={onClose} testId="close-refund">
      <Closing item={item} onClose={onClose} />
    </Dialog>
  );
}

function Closing({ item, onClose }: Props) {
  const { t } = useTranslation();
  const [evidence, setEvidence] = useState('');
  const line = { label: t('closeRefund.evidence'), value: evidence, onChange: setEvidence, longest: 500 };
  return (
    <EvidenceForm
      intent={isEvidence(evidence) ? closing(item, evidence.trim()) : null}
      caption={t('closeRefund.confirm')}
      onClose={onClose}
      testId="close-refund-confirm"
    >
      <div className={styles.what}>
        {item.amount === null ? null : <Amount value={item.amount} size="headline" unit />}
        <span>{t('closeRefund.text', { wallet: walletOf(item.tender) })}</span>
      </div>
      <TextLines lines={[{ ...line, testId: 'close-refund-evidence', autoFocus: true }]} />
    </EvidenceForm>
  );
}

function closing({ refundPaymentId }: OpenItem, evidence: string): Approvable<null> | null {
  if (refundPaymentId === null) return null;
  return (approval) => send('closeRefundPayment', { refundPaymentId, evidence, approval });
}
