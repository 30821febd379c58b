import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenItem, Verdict } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Keyboard } from '../../components/keyboard.tsx';
import { Message } from '../../components/message.tsx';
import { useSpan } from '../../components/span.ts';
import { formatSum } from '../../i18n/format.ts';
import { approved, useAsking } from '../../state/approval.ts';
import { useFreshRefusal } from '../../state/refusal.ts';
import { send } from '../../state/till.ts';
import { useNow } from '../../state/use-now.ts';
import { isEnough } from './evidence.ts';
import styles from './questions.module.css';
import { TextField } from './text-field.tsx';
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
  const refusal = useFreshRefusal();
  const asking = useAsking((state) => state.asking !== null);
  const [close, busy] = useClose(item, onClose);
  const ready = isEnough(verdict, evidence, paymentId) && !busy;
  const finish = () => {
    if (ready && verdict) void close(verdict, evidence.trim(), paymentId.trim());
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <About item={item} />
      <VerdictChoice kind={item.kind} value={verdict} onChange={setVerdict} />
      <Fields
        paymentId={verdict === 'taken' ? paymentId : null}
        onPaymentId={setPaymentId}
        evidence={evidence}
        onEvidence={setEvidence}
      />
      {refusal && !asking ? <Message message={refusal} /> : null}
      {/* Enter in either line ends the form only where it has something to submit it with. */}
      <button type="submit" hidden />
      <div className={styles.end}>
        <p className={styles.small}>{t('unsettled.closing.forever')}</p>
        <Button look="next" cap="Enter" onPress={finish} disabled={!ready} testId="close-confirm">
          {t('unsettled.closing.confirm')}
        </Button>
      </div>
    </form>
  );
}

/** Closes the attempt, with a manager's consent when a cashier is signed in. */
function useClose({ attemptId }: OpenItem, onClose: () => void) {
  const [busy, setBusy] = useState(false);
  const close = async (verdict: Verdict, evidence: string, paymentId: string): Promise<void> => {
    if (attemptId === null) return;
    const named = verdict === 'taken' ? { paymentId } : {};
    setBusy(true);
    const result = await approved((approval) =>
      send('closeAttempt', { attemptId, verdict, evidence, ...named, approval }),
    );
    setBusy(false);
    if (result.ok) onClose();
  };
  return [close, busy] as const;
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

type FieldsProps = {
  /** Null when no number is asked for. */
  paymentId: string | null;
  onPaymentId: (text: string) => void;
  evidence: string;
  onEvidence: (text: string) => void;
};

/** The lines to be written, and letters for a counter without a keyboard: they go to the line chosen last. */
function Fields({ paymentId, onPaymentId, evidence, onEvidence }: FieldsProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<'payment' | 'evidence'>('evidence');
  const toPayment = chosen === 'payment' && paymentId !== null;
  const [text, change] = toPayment ? [paymentId, onPaymentId] : [evidence, onEvidence];
  return (
    <>
      <div className={styles.fields}>
        {paymentId === null ? null : (
          <TextField
            label={t('unsettled.closing.paymentId')}
            value={paymentId}
            onChange={onPaymentId}
            onFocus={() => setChosen('payment')}
            typed={toPayment}
            longest={64}
            testId="close-payment-id"
            autoFocus
          />
        )}
        <TextField
          label={t('unsettled.closing.evidence')}
          hint={t('unsettled.closing.evidenceHint')}
          value={evidence}
          onChange={onEvidence}
          onFocus={() => setChosen('evidence')}
          typed={!toPayment}
          longest={500}
          testId="close-evidence"
        />
      </div>
      <Keyboard
        signs
        onType={(letter) => change(text + letter)}
        onErase={() => change([...text].slice(0, -1).join(''))}
      />
    </>
  );
}
