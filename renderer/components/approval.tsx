import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView, StaffView } from '../../preload/api.ts';
import { usePin } from '../state/use-pin.ts';
import { useAsking } from '../state/approval.ts';
import { useFreshRefusal } from '../state/refusal.ts';
import { useTill } from '../state/till.ts';
import styles from './approval.module.css';
import { Choice } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { PinEntry } from './pin-entry.tsx';

const nobody: readonly StaffView[] = [];

/** A manager allows one thing on the spot; whoever is signed in stays so. */
export function ApprovalDialog() {
  const { t } = useTranslation();
  const asking = useAsking((state) => state.asking);
  const staff = useTill((state) => state.view?.staff ?? nobody);
  if (!asking) return null;
  const managers = staff.filter(({ role }) => role === 'manager');
  return (
    <Dialog title={t('unsettled.approval.title')} size="small" onClose={asking.giveUp} testId="approval">
      {managers.length === 0 ? <p className={styles.text}>{t('unsettled.approval.nobody')}</p> : null}
      {managers.length > 0 ? <Consent managers={managers} asking={asking} /> : null}
    </Dialog>
  );
}

type Props = { managers: readonly StaffView[]; asking: NonNullable<ReturnType<typeof useAsking.getState>['asking']> };

function Consent({ managers, asking }: Props) {
  const { t } = useTranslation();
  const [chosenId, setChosenId] = useState(managers[0]?.id ?? '');
  const chosen = managers.find(({ id }) => id === chosenId);
  return (
    <>
      {managers.length > 1 ? (
        <Choice label={t('unsettled.approval.who')} value={chosenId} onChange={setChosenId} testId="approval-manager">
          {managers}
        </Choice>
      ) : null}
      <Pin key={chosenId} manager={chosen} asking={asking} />
    </>
  );
}

/** Enter in the field does what the key at the corner does. */
function Pin({ manager, asking }: { manager: StaffView | undefined; asking: Props['asking'] }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const refusal = useFreshRefusal();
  const pin = usePin(manager, busy, (staffId, digits) => {
    setBusy(true);
    void asking.allow({ staffId, pin: digits }).finally(() => setBusy(false));
  });
  return (
    <form
      className={styles.consent}
      onSubmit={(event) => {
        event.preventDefault();
        pin.enter();
      }}
    >
      <Said refusal={refusal} />
      <PinEntry
        person={manager}
        label={t('unsettled.approval.pinFor', { name: manager?.name ?? '' })}
        pin={pin}
        caption={t('unsettled.approval.allow')}
        testId="approval-pin"
      />
    </form>
  );
}

/** What this is for, or why the PIN did not count: nothing was done, and the cashier's own screen is not locked. */
function Said({ refusal }: { refusal: MessageView | null }) {
  const { t } = useTranslation();
  if (!refusal) return <p className={styles.text}>{t('unsettled.approval.stay')}</p>;
  const { code, facts } = refusal;
  const words = code === 'pin-wrong' ? 'wrong' : code === 'pin-locked' ? 'locked' : 'notManager';
  return (
    <p className={styles.refused} role="alert" data-testid="message" data-code={code}>
      {t(`unsettled.approval.${words}`)} {facts['left'] === undefined ? '' : t('facts.left', { value: facts['left'] })}
    </p>
  );
}
