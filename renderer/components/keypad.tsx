import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PadKey } from '../state/entry.ts';
import { useLatest } from '../state/use-latest.ts';
import { cx } from './cx.ts';
import styles from './keypad.module.css';

/** The tall key at the corner: the step the digits lead to. */
export type PadEnter = {
  caption: string;
  onPress: () => void;
  disabled?: boolean;
  testId?: string;
  look?: 'dark' | 'next';
};
/** The key in the second row: a note, or "times". */
export type PadExtra = { caption: string; label?: string; onPress: () => void; disabled?: boolean };

type Props = {
  onKey: (key: PadKey) => void;
  /** Absent where the next step has a button of its own: the pad is then three keys wide. */
  enter?: PadEnter;
  extra?: PadExtra | undefined;
  /** Hides the comma and the triple zero where only a PIN is keyed in. */
  digitsOnly?: boolean;
};

const rows: readonly PadKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '000', ','];

/** The number pad: always in the same place of a screen, always in the order of the keyboard's own pad. */
export function Keypad({ onKey, enter, extra, digitsOnly = false }: Props) {
  const { t } = useTranslation();
  const press = useLatest(onKey);
  return (
    <div
      className={cx(styles.pad, !enter && styles.narrow, digitsOnly && styles.digits)}
      role="group"
      aria-label={t('common.keypad')}
    >
      {rows.map((key) =>
        (digitsOnly && key === '000') || ((digitsOnly || !enter) && key === ',') ? null : (
          <Digit key={key} digit={key} onKey={press} />
        ),
      )}
      <PadButton area="erase" label={t('common.erase')} onPress={() => press('erase')}>
        <EraseIcon />
      </PadButton>
      {extra ? (
        <PadButton area="extra" onPress={extra.onPress} disabled={extra.disabled} label={extra.label}>
          <span className={extra.caption.length > 2 ? styles.small : undefined}>{extra.caption}</span>
        </PadButton>
      ) : null}
      {enter ? (
        <PadButton
          area={extra ? 'enter' : 'enterTall'}
          onPress={enter.onPress}
          disabled={enter.disabled}
          testId={enter.testId}
          look={enter.look ?? 'dark'}
        >
          <span className={styles.small}>{enter.caption}</span>
        </PadButton>
      ) : null}
    </div>
  );
}

/** A key of the block: the same on every view, so it is drawn once. */
const Digit = memo(function Digit({ digit, onKey }: { digit: PadKey; onKey: (key: PadKey) => void }) {
  return (
    <PadButton area={digit} onPress={() => onKey(digit)}>
      {digit}
    </PadButton>
  );
});

type PadButtonProps = {
  area: PadKey | 'extra' | 'enter' | 'enterTall';
  onPress: () => void;
  children: React.ReactNode;
  label?: string | undefined;
  disabled?: boolean | undefined;
  testId?: string | undefined;
  look?: 'dark' | 'next';
};

const areas: Record<string, string> = { '000': 'zeros', ',': 'comma' };

function PadButton({ area, onPress, children, label, disabled, testId, look }: PadButtonProps) {
  const place = areas[area] ?? (/^\d$/.test(area) ? `d${area}` : area);
  return (
    <AriaButton
      className={cx(styles.key, styles[place], look && styles[look])}
      onPress={onPress}
      isDisabled={disabled ?? false}
      excludeFromTabOrder={look === undefined}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
    >
      {children}
    </AriaButton>
  );
}

function EraseIcon() {
  return (
    <svg
      width="1.5em"
      height="1.2em"
      viewBox="0 0 30 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M9.5 3H27v18H9.5L2 12Z" strokeLinejoin="round" />
      <path d="m14 8 8 8m0-8-8 8" strokeLinecap="round" />
    </svg>
  );
}
