import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OpenItem, Verdict } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import { verdictsFor } from './evidence.ts';
import styles from './questions.module.css';

type Props = { item: Pick<OpenItem, 'kind' | 'tender'>; value: Verdict | null; onChange: (verdict: Verdict) => void };

const titles = { taken: 'taken', 'not-taken': 'notTaken', 'given-back': 'givenBack' } as const;

/** What can be said about the money, each with what it does to the money and the sale; nothing is chosen beforehand. */
export function VerdictChoice({ item: { kind, tender }, value, onChange }: Props) {
  const { t } = useTranslation();
  const wallet = walletOf(tender);
  const verdicts = verdictsFor({ kind });
  const textOf = (verdict: Verdict) =>
    verdict === 'not-taken' && kind === 'cancelling' ? 'neverTakenText' : (`${titles[verdict]}Text` as const);
  const pick = (chosen: string) => {
    const found = verdicts.find((verdict) => verdict === chosen);
    if (found) onChange(found);
  };
  return (
    <RadioGroup className={cx(styles.verdicts)} value={value} onChange={pick}>
      <Label className={cx(styles.label)}>{t('unsettled.closing.verdict')}</Label>
      {verdicts.map((verdict) => (
        <Radio key={verdict} value={verdict} className={cx(styles.verdict)} data-testid={`verdict-${verdict}`}>
          <span className={styles.ring} aria-hidden="true" />
          <span className={styles.says}>
            <strong>{t(`unsettled.closing.${titles[verdict]}`, { wallet })}</strong>
            <span>{t(`unsettled.closing.${textOf(verdict)}`)}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
