import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView, TillView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { Keypad } from '../../components/keypad.tsx';
import { Message } from '../../components/message.tsx';
import { useSpan } from '../../components/span.ts';
import { pressed } from '../../state/entry.ts';
import type { PadKey } from '../../state/entry.ts';
import { currentMessage, dismiss, send, useTill } from '../../state/till.ts';
import { useKeys } from '../../state/use-keys.ts';
import { useNow } from '../../state/use-now.ts';
import { StaffTiles } from './staff-tiles.tsx';
import styles from './sign-in.module.css';

const longestPin = 8;

/** Who is working: a tile and a PIN. */
export function SignIn({ view }: { view: TillView }) {
  const { t } = useTranslation();
  const [chosenId, setChosenId] = useState(view.staff.length === 1 ? view.staff[0]?.id : undefined);
  const chosen = view.staff.find(({ id }) => id === chosenId);
  const message = useTill(currentMessage);
  return (
    <main className={styles.screen}>
      <Card className={styles.people}>
        <h1 className={styles.title}>{t('signIn.title')}</h1>
        <StaffTiles staff={view.staff} chosen={chosen} onChoose={setChosenId} />
        {view.mode === 'training' ? <p className={styles.hint}>{t('signIn.trainingPins')}</p> : null}
        {message ? <Message message={message} onDismiss={dismiss} /> : null}
      </Card>
      <PinPad key={chosen?.id ?? 'nobody'} staff={view.staff} chosen={chosen} onChoose={setChosenId} />
    </main>
  );
}

type PadProps = { staff: readonly StaffView[]; chosen: StaffView | undefined; onChoose: (id: string) => void };

function PinPad({ staff, chosen, onChoose }: PadProps) {
  const { t } = useTranslation();
  const span = useSpan();
  const now = useNow();
  const [pin, setPin] = useState('');
  const busy = useTill((state) => state.pending.has('signIn'));
  const field = useRef<HTMLInputElement>(null);
  const wait = (chosen?.lockedUntil ?? 0) - now;
  const locked = wait > 0;
  const ready = chosen !== undefined && !locked && pin.length >= 4 && !busy;

  const enter = () => {
    if (!ready || !chosen) return;
    setPin('');
    void send('signIn', { staffId: chosen.id, pin });
  };
  const onPad = (key: PadKey) => setPin((before) => pressed(before, key).slice(0, longestPin));
  const step = (by: number) => {
    const at = staff.findIndex(({ id }) => id === chosen?.id) + by;
    const next = staff[(at + staff.length) % staff.length];
    if (next) onChoose(next.id);
  };
  useKeys('signIn', { enter, up: () => step(-1), down: () => step(1) });
  useEffect(() => {
    if (!locked) field.current?.focus();
  }, [locked]);

  return (
    <Card className={styles.pad} testId="sign-in">
      <label className={styles.label} htmlFor="pin">
        {chosen ? t('signIn.pinFor', { name: chosen.name }) : t('signIn.choose')}
      </label>
      <div className={styles.pin} data-locked={locked}>
        <input
          id="pin"
          ref={field}
          className={styles.input}
          type="password"
          inputMode="none"
          autoComplete="off"
          maxLength={longestPin}
          disabled={!chosen || locked}
          data-testid="pin"
          data-amount-field=""
          value={pin}
          onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
        />
        <span className={styles.dots} aria-hidden="true">
          {locked ? t('signIn.locked', { time: span(wait) }) : <Dots count={pin.length} />}
        </span>
      </div>
      {locked ? (
        <p className={styles.lockedWords} role="status" data-testid="locked">
          {t('signIn.locked', { time: span(wait) })}
        </p>
      ) : null}
      <Keypad
        onKey={onPad}
        digitsOnly
        enter={{ caption: t('signIn.enter'), onPress: enter, disabled: !ready, testId: 'pin-enter', look: 'next' }}
      />
    </Card>
  );
}

function Dots({ count }: { count: number }) {
  return Array.from({ length: Math.max(4, count) }, (_, at) => <i key={at} data-on={at < count} />);
}
