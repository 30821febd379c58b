import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenItem, Verdict } from '../../../preload/api.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useSpan } from '../../components/span.ts';
import { formatSum } from '../../i18n/format.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import type { Approvable } from '../../state/approval.ts';
import { send } from '../../state/till.ts';
import { useNow } from '../../state/use-now.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { isEnough } from './evidence.ts';
import styles from './questions.module.css';
import { TextLines } from './text-lines.tsx';
import type { TextLine } from './text-lines.tsx';
import { VerdictChoice } from './verdict-choice.tsx';

type Props = { item: OpenItem; onClose: () => void };

/** A manager ends what nobody else can tell about: where the money is, and how they know. */
export function CloseDialog({ item, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('unsettled.closing.title')} size="large" onClose={onClose} testId="close-attempt">
      <Closing item={item} onClose={onClose} />
    </Dialog>
  );
}

function Closing({ item, onClose }: Props) {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [evidence, setEvidence] = useState('');
  const [paymentId, setPaymentId] = useState('');
  const payment = usePaymentLine(item, paymentId, setPaymentId);
  const proof = useEvidenceLine(evidence, setEvidence);
  return (
    <EvidenceForm
      intent={closing(item, verdict, evidence.trim(), paymentId.trim())}
      caption={t('unsettled.closing.confirm')}
      onClose={onClose}
      testId="close-confirm"
    >
      <About item={item} />
      <VerdictChoice item={item} value={verdict} onChange={setVerdict} />
      <TextLines lines={verdict === 'taken' ? [payment, proof] : [proof]} />
    </EvidenceForm>
  );
}

/** Closes the attempt; null until enough was said. */
function closing(
  { attemptId }: OpenItem,
  verdict: Verdict | null,
  evidence: string,
  paymentId: string,
): Approvable<null> | null {
  if (attemptId === null || verdict === null || !isEnough(verdict, evidence, paymentId)) return null;
  const named = verdict === 'taken' ? { paymentId } : {};
  return (approval) => send('closeAttempt', { attemptId, verdict, evidence, ...named, approval });
}

function usePaymentLine({ tender }: OpenItem, value: string, onChange: (value: string) => void): TextLine {
  const { t } = useTranslation();
  const label = t('unsettled.closing.paymentId', { wallet: walletOf(tender) });
  return { label, value, onChange, longest: 64, testId: 'close-payment-id', autoFocus: true };
}

function useEvidenceLine(value: string, onChange: (value: string) => void): TextLine {
  const { t } = useTranslation();
  const label = t('unsettled.closing.evidence');
  return { label, hint: t('unsettled.closing.evidenceHint'), value, onChange, longest: 500, testId: 'close-evidence' };
}

function About({ item: { saleNumber, amount, since } }: { item: OpenItem }) {
  const { t } = useTranslation();
  const span = useSpan();
  const now = useNow();
  return (
    <p className={styles.about}>
      {t('unsettled.closing.about', {
        number: saleNumber ?? '—',
        sum: formatSum(amount ?? 0),
        age: span(now - since),
      })}
    </p>
  );
}
