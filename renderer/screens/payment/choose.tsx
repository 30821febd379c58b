import { useTranslation } from 'react-i18next';
import type { Code, PaymentView, TenderOption } from '../../../preload/api.ts';
import { tenderKinds } from '../../../main/domain/tender.ts';
import type { TenderKind } from '../../../main/domain/tender.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { Keypad } from '../../components/keypad.tsx';
import type { PadKey } from '../../state/entry.ts';
import { send } from '../../state/till.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { MoneyBack } from './money-back.tsx';
import styles from './payment.module.css';

type Props = { payment: PaymentView; handlers: Handlers; onPad: ((key: PadKey) => void) | undefined };

const hints = {
  cash: 'hintCash',
  card: 'hintCard',
  'payme-go': 'hintScan',
  'payme-link': 'hintQr',
  'payme-invoice': 'hintPhone',
  flitt: 'hintQr',
  uzqr: 'hintQr',
  smartpay: 'hintQr',
} as const satisfies Record<TenderKind, string>;

/** Why a tender rests, in the few words that fit on its key. */
function whyNot(code: Code): 'goods' | 'limit' | 'whole' | 'returning' | 'cannot' {
  if (code === 'cash-not-allowed-goods') return 'goods';
  if (code === 'cash-above-limit') return 'limit';
  if (code === 'attempt-cancelling') return 'returning';
  return code === 'not-whole-sums' ? 'whole' : 'cannot';
}

/** More than these stand three in a row on a low screen, so that the pad below keeps its size. */
const fewTenders = 4;

/** How to pay: tenders in their fixed order; digits mean cash at once, Enter alone is the exact sum. */
export function Choose({ payment, handlers, onPad }: Props) {
  const { t } = useTranslation();
  const options = payment.tenders
    .filter(({ refused }) => refused !== 'tender-not-configured')
    .toSorted((a, b) => tenderKinds.indexOf(a.kind) - tenderKinds.indexOf(b.kind));
  const returning = payment.attempt?.state === 'cancelling' ? payment.attempt : null;
  return (
    <>
      <h2 className={cx(styles.heading, styles.roomy)}>{t('tenders.title')}</h2>
      <div className={cx(styles.tenders, options.length > fewTenders && styles.many)}>
        {options.map((option) =>
          returning?.kind === option.kind ? (
            <MoneyBack key={option.kind} attempt={returning} />
          ) : (
            <Tender key={option.kind} option={option} wraps={options.length > fewTenders} />
          ),
        )}
      </div>
      <div className={styles.push} />
      <Keypad
        onKey={(key) => onPad?.(key)}
        enter={{
          caption: t('keys.exact'),
          onPress: () => handlers.exact?.(),
          disabled: handlers.exact === undefined,
          testId: 'exact',
        }}
      />
    </>
  );
}

function Tender({ option: { kind, refused }, wraps }: { option: TenderOption; wraps: boolean }) {
  const { t } = useTranslation();
  return (
    <Button
      wide
      look={kind === 'cash' && refused === null ? 'next' : 'plain'}
      disabled={refused !== null}
      hint={
        <>
          F{tenderKinds.indexOf(kind) + 1}
          <span className={refused === null ? styles.what : undefined}>
            {' '}
            · {refused === null ? t(`tenders.${hints[kind]}`) : t(`tenders.${whyNot(refused)}`)}
          </span>
        </>
      }
      oneLine={!wraps}
      onPress={() => void send('chooseTender', { kind })}
      testId={`tender-${kind}`}
    >
      {wraps && kind === 'payme-link' ? <LinkName /> : t(`tenders.${kind}`)}
    </Button>
  );
}

/** The one name too long for a third of a low screen's panel. */
function LinkName() {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.long}>{t('tenders.payme-link')}</span>
      <span className={styles.short}>{t('tenders.linkShort')}</span>
    </>
  );
}
