import { useTranslation } from 'react-i18next';
import type { DoneView } from '../../../preload/api.ts';
import { formatSum } from '../../i18n/format.ts';
import { GiveBackQuestion } from './give-back-question.tsx';
import { wayBack } from './way-back.ts';

/** The sale just made is given back whole, as it was paid. */
export function GiveBack({ done: { saleId, number, tenders } }: { done: DoneView }) {
  const { t } = useTranslation();
  return (
    <GiveBackQuestion saleId={saleId} title={t('giveBack.title', { number })}>
      {tenders.map(({ kind, amount }) => (
        <p key={kind}>{t(`giveBack.${wayBack(kind)}`, { sum: formatSum(amount) })}</p>
      ))}
    </GiveBackQuestion>
  );
}
