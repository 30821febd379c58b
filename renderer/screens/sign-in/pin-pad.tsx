import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { PinEntry } from '../../components/pin-entry.tsx';
import { send, useTill } from '../../state/till.ts';
import { useKeys } from '../../state/use-keys.ts';
import { usePin } from '../../state/use-pin.ts';
import styles from './sign-in.module.css';

type Props = { staff: readonly StaffView[]; chosen: StaffView | undefined; onChoose: (id: string) => void };

/** The PIN of the person chosen; the arrows change the person while the fingers stay on the digits. */
export function PinPad({ staff, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const busy = useTill((state) => state.pending.has('signIn'));
  const pin = usePin(chosen, busy, (staffId, digits) => void send('signIn', { staffId, pin: digits }));
  const step = (by: number) => {
    const at = staff.findIndex(({ id }) => id === chosen?.id) + by;
    const next = staff[(at + staff.length) % staff.length];
    if (next) onChoose(next.id);
  };
  useKeys('signIn', { enter: pin.enter, up: () => step(-1), down: () => step(1) });
  return (
    <Card className={styles.pad} testId="sign-in">
      <PinEntry
        person={chosen}
        label={chosen ? t('signIn.pinFor', { name: chosen.name }) : t('signIn.choose')}
        pin={pin}
        caption={t('signIn.enter')}
        testId="pin"
      />
    </Card>
  );
}
