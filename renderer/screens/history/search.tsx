import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { lookFor } from '../../state/window.ts';
import styles from './history.module.css';

type Props = { text: string; letters: boolean; onLetters: () => void };

/** The name of the screen and the line to look for a sale with; letters only for a counter without a keyboard. */
export function Search({ text, letters, onLetters }: Props) {
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{t('history.title')}</h1>
      <div className={styles.line}>
        <input
          className={styles.field}
          autoFocus
          aria-label={t('history.field')}
          placeholder={t('history.field')}
          data-testid="history-search"
          data-amount-field=""
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => lookFor(event.target.value)}
        />
        <Button size="small" look="quiet" label={t('search.keyboard')} onPress={onLetters} testId="history-letters">
          {letters ? '⌄' : '⌨'}
        </Button>
      </div>
    </header>
  );
}
