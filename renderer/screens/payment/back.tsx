import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import type { Handlers } from '../../state/use-keys.ts';
import styles from './payment.module.css';

/** The name of a panel and the way one step back out of it. */
export function Back({ title, handlers }: { title: string; handlers: Handlers }) {
  const { t } = useTranslation();
  const { back } = handlers;
  return (
    <div className={styles.top}>
      <h2 className={styles.heading}>{title}</h2>
      {back ? (
        <Button size="small" look="quiet" cap="Esc" onPress={back} testId="back">
          {t('common.back')}
        </Button>
      ) : null}
    </div>
  );
}
