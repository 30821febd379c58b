import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { Keypad } from '../../components/keypad.tsx';
import { useSpan } from '../../components/span.ts';
import { useKeys } from '../../state/use-keys.ts';
import { longestPin, usePin } from './use-pin.ts';
import styles from './sign-in.module.css';

type Props = { staff: readonly StaffView[]; chosen: StaffView | undefined; onChoose: (id: string) => void };

/** The PIN of the person chosen; the arrows change the person while the fingers stay on the digits. */
export function PinPad({ staff, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { pin, type, press, enter, ready, wait } = usePin(chosen);
  const step = (by: number) => {
    const at = staff.findIndex(({ id }) => id === chosen?.id) + by;
    const next = staff[(at + staff.length) % staff.length];
    if (next) onChoose(next.id);
  };
  useKeys('signIn', { enter, up: () => step(-1), down: () => step(1) });
  return (
    <Card className={styles.pad} testId="sign-in">
      <label className={styles.label} htmlFor="pin">
        {chosen ? t('signIn.pinFor', { name: chosen.name }) : t('signIn.choose')}
      </label>
      <PinField pin={pin} onType={type} known={chosen !== undefined} wait={wait} />
      <Keypad
        onKey={press}
        digitsOnly
        enter={{ caption: t('signIn.enter'), onPress: enter, disabled: !ready, testId: 'pin-enter', look: 'next' }}
      />
    </Card>
  );
}

type FieldProps = { pin: string; onType: (text: string) => void; known: boolean; wait: number };

/** Dots for digits; while the person is locked out, how long that lasts. */
function PinField({ pin, onType, known, wait }: FieldProps) {
  const { t } = useTranslation();
  const span = useSpan();
  const field = useRef<HTMLInputElement>(null);
  const locked = wait > 0;
  useEffect(() => {
    if (!locked) field.current?.focus();
  }, [locked]);
  const lockedWords = t('signIn.locked', { time: span(wait) });
  return (
    <>
      <div className={styles.pin} data-locked={locked}>
        <input
          id="pin"
          ref={field}
          className={styles.input}
          type="password"
          inputMode="none"
          autoComplete="off"
          maxLength={longestPin}
          disabled={!known || locked}
          data-testid="pin"
          data-amount-field=""
          value={pin}
          onChange={(event) => onType(event.target.value)}
        />
        <span className={styles.dots} aria-hidden="true">
          {locked ? lockedWords : <Dots count={pin.length} />}
        </span>
      </div>
      {locked ? (
        <p className={styles.lockedWords} role="status" data-testid="locked">
          {lockedWords}
        </p>
      ) : null}
    </>
  );
}

function Dots({ count }: { count: number }) {
  return Array.from({ length: Math.max(4, count) }, (_, at) => <i key={at} data-on={at < count} />);
}
