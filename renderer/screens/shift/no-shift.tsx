import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { Button } from '../../components/button.tsx';
import { Keypad } from '../../components/keypad.tsx';
import { KeyStrip } from '../../components/key-strip.tsx';
import { Message } from '../../components/message.tsx';
import { NoShift as Picture } from '../../components/pictures.tsx';
import { SumField } from '../../components/sum-field.tsx';
import { pressed, sumEntered } from '../../state/entry.ts';
import { currentMessage, dismiss, send, useTill } from '../../state/till.ts';
import { openDialog } from '../../state/ui.ts';
import { useKeys } from '../../state/use-keys.ts';
import styles from './shift.module.css';

/** Nobody can sell yet: count the float and open the shift. */
export function NoShift() {
  const { t } = useTranslation();
  const [float, setFloat] = useState('');
  const message = useTill(currentMessage);
  const busy = useTill((state) => state.pending.has('openShift'));
  const amount = sumEntered(float === '' ? '0' : float);
  const open = () => amount !== undefined && void send('openShift', { float: amount });
  const handlers = {
    enter: open,
    help: () => openDialog('help'),
    lock: () => void send('signOut'),
    ...(message ? { back: dismiss } : {}),
  };
  useKeys('noShift', handlers);
  return (
    <>
      <main className={styles.noShift}>
        <Card className={styles.invite}>
          <Picture />
          <h1 className={styles.title}>{t('shift.noShift')}</h1>
          <p className={styles.text}>{t('shift.noShiftText')}</p>
          {message ? <Message message={message} onDismiss={dismiss} /> : null}
        </Card>
        <Card className={styles.count}>
          <SumField
            label={t('shift.float')}
            value={float}
            onChange={setFloat}
            testId="float"
            unit={t('common.sum')}
            size="total"
          />
          <Keypad onKey={(key) => setFloat((before) => pressed(before, key))} />
          <Button
            look="next"
            wide
            cap="Enter"
            onPress={open}
            disabled={amount === undefined || busy}
            testId="open-shift"
          >
            {t('shift.open')}
          </Button>
        </Card>
      </main>
      <KeyStrip context="noShift" handlers={handlers} />
    </>
  );
}
