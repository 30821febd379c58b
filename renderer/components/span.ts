import { useTranslation } from 'react-i18next';
import { spanOf } from '../i18n/format.ts';

/** Says a span of ms in the language of the screen: `12 s`, `4 daq`. */
export function useSpan(): (ms: number) => string {
  const { t } = useTranslation();
  return (ms) => {
    const { unit, count } = spanOf(ms);
    return t(`common.${unit}`, { count });
  };
}
