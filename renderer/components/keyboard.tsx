import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useWindow } from '../state/window.ts';
import { cx } from './cx.ts';
import styles from './keyboard.module.css';

const latin = ['1234567890', 'qwertyuiop', 'asdfghjklʻ', 'zxcvbnmʼ'];
const cyrillic = ['1234567890ў', 'йцукенгшщзхъ', 'фқвапролджэғ', 'яҳчсмитьбюё'];

type Props = {
  /** The text that is being written. */
  value: string;
  onChange: (value: string) => void;
  /** Stops, colons and dashes too: for whole sentences. */
  signs?: boolean;
};

/** Letters for a counter without a keyboard; both scripts, because goods are named in either. */
export function Keyboard({ value, onChange, signs = false }: Props) {
  const { t } = useTranslation();
  const language = useWindow((state) => state.language);
  const [cyrillicShown, setCyrillic] = useState(language === 'ru' || language === 'uz-Cyrl');
  const rows = cyrillicShown ? cyrillic : latin;
  return (
    <div className={styles.keyboard} role="group" aria-label={t('search.keyboard')}>
      {rows.map((row, at) => (
        <div className={styles.row} key={row}>
          {[...row].map((letter) => (
            <Letter key={letter} onPress={() => onChange(value + letter)}>
              {letter}
            </Letter>
          ))}
          {at === rows.length - 1 ? (
            <>
              {signs
                ? [...'.:-'].map((sign) => (
                    <Letter key={sign} onPress={() => onChange(value + sign)}>
                      {sign}
                    </Letter>
                  ))
                : null}
              <Letter wide onPress={() => setCyrillic(!cyrillicShown)}>
                {cyrillicShown ? 'ABC' : 'АБВ'}
              </Letter>
              <Letter wide onPress={() => onChange(`${value} `)}>
                {t('search.space')}
              </Letter>
            </>
          ) : null}
          {at === 0 ? (
            <Letter wide label={t('common.erase')} onPress={() => onChange([...value].slice(0, -1).join(''))}>
              ⌫
            </Letter>
          ) : null}
        </div>
      ))}
    </div>
  );
}

type LetterProps = { children: string; onPress: () => void; wide?: boolean; label?: string };

function Letter({ children, onPress, wide = false, label }: LetterProps) {
  return (
    <AriaButton
      className={cx(styles.letter, wide && styles.wide)}
      onPress={onPress}
      excludeFromTabOrder
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </AriaButton>
  );
}
