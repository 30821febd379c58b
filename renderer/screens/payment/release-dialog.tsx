import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Message } from '../../components/message.tsx';
import { formatSum } from '../../i18n/format.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import { mayRelease } from '../../state/doubt.ts';
import { wholePhone } from '../../state/phone.ts';
import { useFreshRefusal } from '../../state/refusal.ts';
import { send } from '../../state/till.ts';
import { useApproved } from '../../state/use-approved.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import { AlreadyOut } from './already-out.tsx';
import { PhonePad } from './phone-pad.tsx';
import styles from './steps.module.css';

/** The goods leave before the money is sure: the owner's choice, with the customer's phone and a manager's PIN. */
export function ReleaseDialog({ attempt }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  const open = useWindow(({ dialog, about }) => dialog === 'release' && about === attempt.id);
  if (!open || !mayRelease(attempt)) return null;
  return (
    <Dialog title={t('doubt.releaseTitle')} size="medium" onClose={() => openDialog(null)}>
      <Release attempt={attempt} />
    </Dialog>
  );
}

/** What the shop may lose, and how much is out already. */
function AtStake({ attempt: { amount, kind, release } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('doubt.releaseText', { wallet: walletOf(kind), sum: formatSum(amount) })}</p>
      {release ? <AlreadyOut release={release} /> : null}
    </>
  );
}

function Release({ attempt }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const refusal = useFreshRefusal();
  const [run, busy] = useApproved(() => openDialog(null));
  const phone = wholePhone(digits);
  const release = () => {
    if (phone !== undefined) run((approval) => send('releaseGoods', { attemptId: attempt.id, phone, approval }));
  };
  return (
    <form
      className={styles.release}
      onSubmit={(event) => {
        event.preventDefault();
        release();
      }}
    >
      {refusal ? <Message message={refusal} /> : <AtStake attempt={attempt} />}
      <PhonePad label={t('doubt.releasePhone')} digits={digits} onChange={setDigits} testId="release-phone" />
      <Button
        look="next"
        wide
        cap="Enter"
        onPress={release}
        disabled={phone === undefined || busy}
        testId="release-confirm"
      >
        {t('doubt.release')}
      </Button>
    </form>
  );
}
