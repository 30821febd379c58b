import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { EmptyRegister, Stopped } from '../../components/pictures.tsx';
import { shortCodes } from '../../i18n/short-codes.ts';
import { useKeys } from '../../state/use-keys.ts';
import styles from './waiting.module.css';

/** The till is not there: starting, coming back after a crash, or given up. Money first, then what to do. */
export function Waiting({ life }: { life: 'starting' | 'restarting' | 'stopped' }) {
  const { t } = useTranslation();
  useKeys('idle', {});
  const stopped = life === 'stopped';
  return (
    <main className={styles.waiting}>
      <Card className={styles.card}>
        {stopped ? <Stopped /> : <EmptyRegister />}
        <h1 className={styles.title}>{t(`start.${life}`)}</h1>
        {stopped ? <p className={styles.money}>{t('start.stoppedMoney')}</p> : null}
        <p className={styles.todo}>{t(`start.${life}Todo`)}</p>
        {stopped ? (
          <p className={styles.code} data-testid="message" data-code="till-stopped">
            {shortCodes['till-stopped']}
          </p>
        ) : (
          <div className={styles.bar} role="progressbar" aria-label={t(`start.${life}`)} />
        )}
      </Card>
    </main>
  );
}
