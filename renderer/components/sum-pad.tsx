import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pressed } from '../state/entry.ts';
import { Keypad } from './keypad.tsx';
import type { PadEnter, PadExtra } from './keypad.tsx';
import { SumField } from './sum-field.tsx';

type Props = {
  label: string;
  /** Digits as keyed in, in sums. */
  value: string;
  onChange: (value: string) => void;
  testId: string;
  placeholder?: string;
  /** What the sum is counted in; sums unless said. */
  unit?: string;
  size?: 'large' | 'total';
  enter?: PadEnter;
  extra?: PadExtra;
  /** What stands between the field and the pad. */
  children?: ReactNode;
};

/** A sum and the pad it is keyed in with: float, counted cash, cash given. */
export function SumPad({ enter, extra, children, unit, ...field }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SumField {...field} unit={unit ?? t('common.sum')} />
      {children}
      <Keypad
        onKey={(key) => field.onChange(pressed(field.value, key))}
        extra={extra}
        {...(enter === undefined ? {} : { enter })}
      />
    </>
  );
}
