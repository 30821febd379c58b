import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../preload/api.ts';
import { Keypad } from './keypad.tsx';
import { useSpan } from './span.ts';
import { longestPin } from '../state/use-pin.ts';
import type { usePin } from '../state/use-pin.ts';
import styles from './pin-entry.module.css';

type Props = {
  person: StaffView | undefined;
  label: string;
  pin: ReturnType<typeof usePin>;
  /** What the key at the corner does. */
  caption: string;
  /** Of the field; the key at the corner has it with `-enter`. */
  testId: string;
};

/** A PIN as dots, and the pad it is keyed in with: signing in, and a manager's consent on the spot. */
export function PinEntry({ person, label, pin, caption, testId }: Props) {
  const id = useId();
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <PinField id={id} pin={pin.pin} onType={pin.type} known={person !== undefined} wait={pin.wait} testId={testId} />
      <Keypad
        onKey={pin.press}
        digitsOnly
        enter={{ caption, onPress: pin.enter, disabled: !pin.ready, testId: `${testId}-enter`, look: 'next' }}
      />
    </>
  );
}

type FieldProps = {
  id: string;
  pin: string;
  onType: (text: string) => void;
  known: boolean;
  wait: number;
  testId: string;
};

/** Dots for digits; while the person is locked out, how long that lasts. */
function PinField({ id, pin, onType, known, wait, testId }: FieldProps) {
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
          id={id}
          ref={field}
          className={styles.input}
          type="password"
          inputMode="none"
          autoComplete="off"
          maxLength={longestPin}
          disabled={!known || locked}
          data-testid={testId}
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
