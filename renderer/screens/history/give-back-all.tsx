import { useTranslation } from 'react-i18next';
import { tiyin } from '../../../main/domain/money.ts';
import type { PastSaleView } from '../../../preload/api.ts';
import { formatSum } from '../../i18n/format.ts';
import { GiveBackQuestion } from '../done/give-back-question.tsx';
import { wayBack } from '../done/way-back.ts';
import { foreignBack } from './foreign-back.ts';
import { withForeign } from './words.ts';

/** Everything that is left of a sale goes back: as it was paid, or the rest of it. */
export function GiveBackAll({ past }: { past: PastSaleView }) {
  const { t } = useTranslation();
  const { sale, tenders } = past;
  const rest = tiyin(sale.total - sale.refunded);
  return (
    <GiveBackQuestion saleId={sale.id} title={t('history.wholeTitle', { number: sale.number })}>
      {sale.refunded > 0 ? (
        <p>{foreignBack(past, rest).reduce(withForeign, t('history.wholeRest', { sum: formatSum(rest) }))}</p>
      ) : (
        tenders.map(({ kind, amount, charged }, at) => (
          <p key={`${kind}-${at}`}>
            {withForeign(t(`giveBack.${wayBack(kind)}`, { sum: formatSum(amount) }), charged)}
          </p>
        ))
      )}
    </GiveBackQuestion>
  );
}
