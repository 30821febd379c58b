import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './button.module.css';
import { cx } from './cx.ts';

type Props = {
  children: ReactNode;
  onPress: () => void;
  /** `next` is the one next step of a screen; `plain` everything else; `danger` destroys something. */
  look?: 'next' | 'plain' | 'danger' | 'quiet';
  size?: 'key' | 'small';
  /** The physical key that does the same, shown at the end. */
  cap?: string;
  hint?: ReactNode;
  wide?: boolean;
  /** Long words end in an ellipsis instead of a second line. */
  oneLine?: boolean;
  disabled?: boolean;
  label?: string;
  testId?: string;
  data?: Record<`data-${string}`, string | number>;
  autoFocus?: boolean;
};

/** A button of the trade: 64 px high, shows each press, and never steals the focus from a field. */
export function Button(props: Props) {
  const { look = 'plain', size = 'key', disabled = false } = props;
  return (
    <AriaButton
      className={cx(
        styles.button,
        styles[look],
        styles[size],
        props.wide && styles.wide,
        props.oneLine && styles.oneLine,
      )}
      onPress={props.onPress}
      isDisabled={disabled}
      autoFocus={props.autoFocus ?? false}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
      {...props.data}
    >
      <span className={styles.words}>
        <span className={styles.caption}>{props.children}</span>
        {props.hint === undefined ? null : <span className={styles.hint}>{props.hint}</span>}
      </span>
      {props.cap === undefined ? null : <kbd className={styles.cap}>{props.cap}</kbd>}
    </AriaButton>
  );
}
