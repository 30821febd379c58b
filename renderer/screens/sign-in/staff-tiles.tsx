import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import styles from './sign-in.module.css';

type Props = { staff: readonly StaffView[]; chosen: StaffView | undefined; onChoose: (id: string) => void };

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');

/** A tile for each person; the arrows walk through them while the PIN is keyed in. */
export function StaffTiles({ staff, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.tiles}>
      {staff.map((person) => (
        <Button
          key={person.id}
          className={cx(styles.tile, person.id === chosen?.id && styles.chosen)}
          onPress={() => onChoose(person.id)}
          aria-pressed={person.id === chosen?.id}
          data-testid="staff"
          data-id={person.id}
          data-name={person.name}
          data-role={person.role}
        >
          <span className={styles.face} aria-hidden="true">
            {initials(person.name)}
          </span>
          <span className={styles.words}>
            <span className={styles.name}>{person.name}</span>
            <span className={styles.role}>{t(`signIn.${person.role}`)}</span>
          </span>
        </Button>
      ))}
    </div>
  );
}
