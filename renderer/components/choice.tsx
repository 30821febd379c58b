import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './choice.module.css';
import { cx } from './cx.ts';

type Props<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  children: readonly { id: T; name: string }[];
  testId: string;
  /** The choices say it all by themselves; the label is only read out. */
  quiet?: boolean;
};

/** One of a few, all of them in sight. */
export function Choice<T extends string>({ label, value, onChange, children, testId, quiet = false }: Props<T>) {
  const pick = (chosen: string) => {
    const found = children.find(({ id }) => id === chosen);
    if (found) onChange(found.id);
  };
  return (
    <RadioGroup className={cx(styles.group)} value={value} onChange={pick} {...(quiet ? { 'aria-label': label } : {})}>
      {quiet ? null : <Label className={cx(styles.label)}>{label}</Label>}
      <div className={styles.options}>
        {children.map(({ id, name }) => (
          <Radio key={id} value={id} className={cx(styles.option)} data-testid={`${testId}-${id}`}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
