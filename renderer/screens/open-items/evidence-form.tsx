import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Message } from '../../components/message.tsx';
import { useAsking } from '../../state/approval.ts';
import type { Approvable } from '../../state/approval.ts';
import { useFreshRefusal } from '../../state/refusal.ts';
import { useApproved } from '../../state/use-approved.ts';
import styles from './questions.module.css';

type Props = {
  children: ReactNode;
  /** What ends the item; null until enough was said. */
  intent: Approvable<null> | null;
  caption: string;
  onClose: () => void;
  testId: string;
};

/** What a manager says to end an item for good, why the till refused it, and the key that says it. */
export function EvidenceForm({ children, intent, caption, onClose, testId }: Props) {
  const { t } = useTranslation();
  const refusal = useFreshRefusal();
  const asking = useAsking((state) => state.asking !== null);
  const [run, busy] = useApproved(onClose);
  const finish = () => {
    if (intent) run(intent);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      {children}
      {refusal && !asking ? <Message message={refusal} /> : null}
      {/* Enter in a line ends the form only where it has something to submit it with. */}
      <button type="submit" hidden />
      <div className={styles.end}>
        <p className={styles.small}>{t('unsettled.closing.forever')}</p>
        <Button look="next" cap="Enter" onPress={finish} disabled={intent === null || busy} testId={testId}>
          {caption}
        </Button>
      </div>
    </form>
  );
}
