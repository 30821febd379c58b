import { useTranslation } from 'react-i18next';
import type { PastSaleView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Keypad } from '../../components/keypad.tsx';
import { Message } from '../../components/message.tsx';
import { SumField } from '../../components/sum-field.tsx';
import { useAsking } from '../../state/approval.ts';
import { pressed } from '../../state/entry.ts';
import { askedLines, asEntry, sumBack, wantedOf } from '../../state/give-back.ts';
import type { Entries } from '../../state/give-back.ts';
import { useFreshRefusal } from '../../state/refusal.ts';
import { foreignBack } from './foreign-back.ts';
import type { GivingSaid } from './give-back-some.tsx';
import styles from './give-back-some.module.css';
import { withForeign } from './words.ts';

type Props = {
  past: PastSaleView;
  said: GivingSaid;
  busy: boolean;
  onEntries: (entries: Entries) => void;
  onGive: () => void;
};

/** How much of the chosen line goes back, and what that comes to for the customer, before it is confirmed. */
export function GivePad({ past, said, busy, onEntries, onGive }: Props) {
  const { t } = useTranslation();
  const { lines, entries, chosen } = said;
  const entry = entries[chosen.id] ?? '';
  const key = (typed: string) => onEntries({ ...entries, [chosen.id]: typed });
  const asked = askedLines(lines, entries);
  const enter = { caption: t('history.confirm'), onPress: onGive, testId: 'give-some-confirm', look: 'next' } as const;
  return (
    <div className={styles.pad}>
      <SumField
        key={chosen.id}
        label={chosen.weighed ? t('history.weight', { unit: chosen.unit }) : t('history.quantity')}
        value={entry}
        onChange={key}
        testId="give-quantity"
      />
      <p className={styles.hint}>
        {wantedOf(chosen, entries) === undefined ? t('history.tooMuch') : asked === null ? t('history.pick') : ''}
      </p>
      <Refusal />
      <SumBack past={past} said={said} />
      <Keypad
        onKey={(pad) => key(pressed(entry, pad))}
        extra={{ caption: t('history.all'), onPress: () => key(asEntry(chosen.left)) }}
        enter={{ ...enter, disabled: asked === null || busy }}
      />
    </div>
  );
}

function Refusal() {
  const refusal = useFreshRefusal();
  const asking = useAsking((state) => state.asking !== null);
  return <div className={styles.push}>{refusal && !asking ? <Message message={refusal} /> : null}</div>;
}

/** What the customer gets, and how much of it a provider with a ledger of its own gives back in its currency. */
function SumBack({ past, said: { lines, entries } }: Pick<Props, 'past' | 'said'>) {
  const { t } = useTranslation();
  const back = sumBack(lines, entries);
  const foreign = foreignBack(past, back);
  return (
    <div
      className={styles.sum}
      data-testid="give-back-sum"
      data-foreign={foreign.map(({ amount }) => amount).join(' ')}
    >
      <span>{foreign.reduce(withForeign, t('history.back'))}</span>
      <Amount value={back} size="price" unit testId="give-sum" />
    </div>
  );
}
