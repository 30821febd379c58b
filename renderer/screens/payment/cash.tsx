import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PaymentView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { cx } from '../../components/cx.ts';
import { Figures } from '../../components/figures.tsx';
import { SumPad } from '../../components/sum-pad.tsx';
import { formatEntry, formatSum } from '../../i18n/format.ts';
import { sumEntered } from '../../state/entry.ts';
import { setEntry, useWindow } from '../../state/window.ts';
import { useTill } from '../../state/till.ts';
import type { Handlers } from '../../state/use-keys.ts';
import styles from './payment.module.css';

/** Cash: what the customer gives, by note or by digits, and the change while it is typed. */
export function Cash({ payment: { due, notes }, handlers }: { payment: PaymentView; handlers: Handlers }) {
  const { t } = useTranslation();
  const entry = useWindow((state) => state.entry);
  const busy = useTill((state) => state.pending.has('takeCash'));
  const given = entry === '' ? due : sumEntered(entry);
  const enough = given !== undefined && given >= due;
  const finish = () => handlers.finish?.();
  return (
    <SumPad
      label={t('cash.given')}
      value={entry}
      onChange={setEntry}
      testId="cash-given"
      placeholder={formatEntry(String(Math.trunc(due / 100)))}
      extra={{ caption: t('cash.exact'), onPress: () => setEntry('') }}
      enter={{ caption: t('keys.finish'), onPress: finish, disabled: !enough || busy, testId: 'finish', look: 'next' }}
    >
      <Notes notes={notes} chosen={entry === '' ? undefined : given} />
      <Change given={given ?? 0} due={due} enough={enough} />
      <div className={styles.push} />
    </SumPad>
  );
}

function Notes({ notes, chosen }: { notes: readonly number[]; chosen: number | undefined }) {
  const { t } = useTranslation();
  return (
    <div className={styles.notes} role="group" aria-label={t('cash.notes')}>
      {notes.map((note) => (
        <AriaButton
          key={note}
          className={cx(styles.note, chosen === note && styles.noteChosen)}
          onPress={() => setEntry(String(note / 100))}
          aria-pressed={chosen === note}
          data-testid="note"
          data-amount={note}
        >
          <Figures>{formatSum(note)}</Figures>
        </AriaButton>
      ))}
    </div>
  );
}

/** What goes back to the customer, or what is still missing. */
function Change({ given, due, enough }: { given: number; due: number; enough: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles.change, !enough && styles.missing)}>
      <span>{t(enough ? 'cash.change' : 'cash.missing')}</span>
      {enough ? (
        <Amount value={given - due} size="total" testId="change" />
      ) : (
        <Amount value={due - given} size="total" testId="missing" />
      )}
    </div>
  );
}
