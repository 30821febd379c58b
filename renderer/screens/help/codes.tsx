import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchList } from '../../components/search-list.tsx';
import { codeList, codesLike } from './code-list.ts';
import styles from './codes.module.css';

/** What every code means and what to do about it; `asked` is what somebody came with. */
export function Codes({ asked }: { asked: string }) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(asked);
  // oxlint-disable-next-line react/exhaustive-deps -- the words change with the language
  const list = useMemo(() => codeList(t), [t, i18n.language]);
  const found = codesLike(text, list);
  return (
    <SearchList label={t('unsettled.codeHelp.field')} value={text} onChange={setText} low testId="help-search">
      <ul className={styles.list} tabIndex={0} aria-label={t('unsettled.codeHelp.title')} data-testid="help-code-list">
        {found.map(({ short, said, todo }) => (
          <li key={short} className={styles.entry} data-testid="help-code" data-code={short}>
            <span className={styles.short}>{short}</span>
            <span className={styles.words}>
              <strong>{said}</strong>
              <span>{todo}</span>
            </span>
          </li>
        ))}
        {found.length === 0 ? <li className={styles.none}>{t('unsettled.codeHelp.none')}</li> : null}
      </ul>
    </SearchList>
  );
}
