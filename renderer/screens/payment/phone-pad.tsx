import { Keypad } from '../../components/keypad.tsx';
import { cx } from '../../components/cx.ts';
import field from '../../components/field.module.css';
import { pressed } from '../../state/entry.ts';
import { formatPhone, phoneDigits } from '../../state/phone.ts';

type Props = {
  label: string;
  /** The nine digits behind +998, as far as they are keyed in. */
  digits: string;
  onChange: (digits: string) => void;
  testId: string;
};

/** A phone of this country and the pad it is keyed in with. */
export function PhonePad({ label, digits, onChange, testId }: Props) {
  return (
    <>
      <label className={cx(field.field)}>
        <span className={field.label}>{label}</span>
        <span className={field.box}>
          <span className={field.unit}>+998</span>
          <input
            className={field.input}
            style={{ textAlign: 'start' }}
            inputMode="none"
            autoComplete="off"
            autoFocus
            data-amount-field=""
            data-testid={testId}
            placeholder="00 000-00-00"
            value={formatPhone(digits)}
            onChange={(event) => onChange(phoneDigits(event.target.value))}
          />
        </span>
      </label>
      <Keypad onKey={(key) => onChange(phoneDigits(pressed(digits, key)))} />
    </>
  );
}
