import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { Button } from '../../components/button.tsx';
import { KeyStrip } from '../../components/key-strip.tsx';
import { Message } from '../../components/message.tsx';
import { NoShift as Picture } from '../../components/pictures.tsx';
import { SumPad } from '../../components/sum-pad.tsx';
import { sumEntered } from '../../state/entry.ts';
import { currentMessage, dismiss, send, useTill } from '../../state/till.ts';
import { openDialog, showHistory, showOpenItems } from '../../state/window.ts';
import { useKeys } from '../../state/use-keys.ts';
import styles from './shift.module.css';

/** Nobody can sell yet: count the float and open the shift. */
export function NoShift() {
  const [float, setFloat] = useState('');
  const message = useTill(currentMessage);
  const amount = sumEntered(float === '' ? '0' : float);
  const open = () => amount !== undefined && void send('openShift', { float: amount });
  const handlers = {
    enter: open,
    help: () => openDialog('help'),
    lock: () => void send('signOut'),
    history: () => showHistory(),
    openItems: () => showOpenItems(),
    ...(message ? { back: dismiss } : {}),
  };
  useKeys('noShift', handlers);
  return (
    <>
      <main className={styles.noShift}>
        <Invitation message={message} />
        <Float value={float} onChange={setFloat} onOpen={open} ready={amount !== undefined} />
      </main>
      <KeyStrip context="noShift" handlers={handlers} />
    </>
  );
}

function Invitation({ message }: { message: MessageView | null }) {
  const { t } = useTranslation();
  return (
    <Card className={styles.invite}>
      <Picture />
      <h1 className={styles.title}>{t('shift.noShift')}</h1>
      <p className={styles.text}>{t('shift.noShiftText')}</p>
      {message ? <Message message={message} onDismiss={dismiss} /> : null}
    </Card>
  );
}

type FloatProps = { value: string; onChange: (value: string) => void; onOpen: () => void; ready: boolean };

function Float({ value, onChange, onOpen, ready }: FloatProps) {
  const { t } = useTranslation();
  const busy = useTill((state) => state.pending.has('openShift'));
  return (
    <Card className={styles.count}>
      <SumPad label={t('shift.float')} value={value} onChange={onChange} testId="float" size="total" />
      <Button look="next" wide cap="Enter" onPress={onOpen} disabled={!ready || busy} testId="open-shift">
        {t('shift.open')}
      </Button>
    </Card>
  );
}
