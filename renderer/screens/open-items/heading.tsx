import { useTranslation } from 'react-i18next';
import type { OpenItem } from '../../../preload/api.ts';
import { countsOf } from '../../state/open-items.ts';
import styles from './heading.module.css';

/** The name of the screen and how much of it waits for a person; how much money is in doubt stands on the strip above. */
export function Heading({ items }: { items: readonly OpenItem[] }) {
  const { t } = useTranslation();
  const { person } = countsOf(items);
  return (
    <header className={styles.heading}>
      <h1 className={styles.title}>{t('unsettled.open.title')}</h1>
      {person > 0 ? <span className={styles.person}>{t('unsettled.open.people', { count: person })}</span> : null}
    </header>
  );
}
