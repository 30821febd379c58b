import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PaymentView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { cx } from '../../components/cx.ts';
import { Figures } from '../../components/figures.tsx';
import { Keypad } from '../../components/keypad.tsx';
import { SumField } from '../../components/sum-field.tsx';
import { formatEntry, formatSum } from '../../i18n/format.ts';
import { pressed, sumEntered } from '../../state/entry.ts';
import { setEntry, useUi } from '../../state/ui.ts';
import { useTill } from '../../state/till.ts';
import type { Handlers } from '../../state/use-keys.ts';
import styles from './payment.module.css';

/** Cash: what the customer gives, by note or by digits, and the change while it is typed. */
export function Cash({ payment, handlers }: { payment: PaymentView; handlers: Handlers }) {
  const { t } = useTranslation();
  const entry = useUi((state) => state.entry);
  const busy = useTill((state) => state.pending.has('takeCash'));
  const { due } = payment;
  const given = entry === '' ? due : sumEntered(entry);
  const enough = given !== undefined && given >= due;
  return (
    <>
      <SumField
        label={t('cash.given')}
        value={entry}
        onChange={setEntry}
        testId="cash-given"
        unit={t('common.sum')}
        placeholder={formatEntry(String(Math.trunc(due / 100)))}
      />
      <div className={styles.notes} role="group" aria-label={t('cash.notes')}>
        {payment.notes.map((note) => (
          <Note
            key={note}
            caption={formatSum(note)}
            onPress={() => setEntry(String(note / 100))}
            testId="note"
            amount={note}
            chosen={entry !== '' && given === note}
          />
        ))}
      </div>
      <Change given={given ?? 0} due={due} enough={enough} />
      <div className={styles.push} />
      <Keypad
        onKey={(key) => setEntry(pressed(entry, key))}
        extra={{ caption: t('cash.exact'), onPress: () => setEntry('') }}
        enter={{
          caption: t('keys.finish'),
          onPress: () => handlers.finish?.(),
          disabled: !enough || busy,
          testId: 'finish',
          look: 'next',
        }}
      />
    </>
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

type NoteProps = { caption: string; onPress: () => void; testId: string; amount?: number; chosen: boolean };

function Note({ caption, onPress, testId, amount, chosen }: NoteProps) {
  return (
    <AriaButton
      className={cx(styles.note, chosen && styles.noteChosen)}
      onPress={onPress}
      aria-pressed={chosen}
      data-testid={testId}
      {...(amount === undefined ? {} : { 'data-amount': amount })}
    >
      <Figures>{caption}</Figures>
    </AriaButton>
  );
}
