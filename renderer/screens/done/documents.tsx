import { useTranslation } from 'react-i18next';
import type { DoneView, FiscalState, PrintState } from '../../../preload/api.ts';
import { Mark } from '../../components/mark.tsx';
import type { Tone } from '../../components/mark.tsx';
import type { uz } from '../../i18n/uz.ts';
import { usualWallet, walletOf } from '../../i18n/wallet-names.ts';
import styles from './done.module.css';
import { wayBack } from './way-back.ts';

type DoneWord = keyof typeof uz.done;
type Words = { tone: Tone; word: DoneWord };

const fiscalWords: Record<FiscalState, Words> = {
  waiting: { tone: 'info', word: 'fiscalWaiting' },
  sending: { tone: 'info', word: 'fiscalSending' },
  registered: { tone: 'sure', word: 'fiscalRegistered' },
  'in-doubt': { tone: 'info', word: 'fiscalDoubt' },
  refused: { tone: 'refused', word: 'fiscalRefused' },
};

const printWords: Record<PrintState, Words> = {
  waiting: { tone: 'info', word: 'printWaiting' },
  printing: { tone: 'info', word: 'printPrinting' },
  printed: { tone: 'sure', word: 'printPrinted' },
  sent: { tone: 'sure', word: 'printSent' },
  uncertain: { tone: 'info', word: 'printUncertain' },
  failed: { tone: 'refused', word: 'printFailed' },
};

const confirmWords: Record<Exclude<DoneView['confirm'], 'none'>, Words> = {
  waiting: { tone: 'info', word: 'confirmWaiting' },
  done: { tone: 'sure', word: 'confirmDone' },
  refused: { tone: 'refused', word: 'confirmRefused' },
};

const moneyWords: Record<NonNullable<DoneView['refund']>['money'], Words> = {
  returned: { tone: 'sure', word: 'moneyReturned' },
  'going-back': { tone: 'info', word: 'moneyGoing' },
  'by-hand': { tone: 'refused', word: 'moneyByHand' },
};

/** What became of the papers of a sale; the money is certain already, so none of this is amber. */
export function Documents({ done }: { done: DoneView }) {
  const wallet = walletOf(done.tenders.find(({ kind }) => wayBack(kind) === 'wallet')?.kind);
  const { fiscal, print, confirm, refund } = done;
  return (
    <ul className={styles.documents}>
      <Document name="fiscal" words={fiscalWords[fiscal.state]} state={fiscal.state} testId="fiscal-state" />
      <Document name="print" words={printWords[print.state]} state={print.state} testId="print-state" />
      {confirm === 'none' ? null : (
        <Document name="wallet" words={confirmWords[confirm]} state={confirm} testId="confirm-state" wallet={wallet} />
      )}
      {refund === null ? null : (
        <>
          <Document name="refund" words={fiscalWords[refund.fiscal]} state={refund.fiscal} testId="refund-state" />
          <Document
            name="refundMoney"
            words={moneyWords[refund.money]}
            state={refund.money}
            testId="refund-money"
            wallet={wallet}
          />
        </>
      )}
    </ul>
  );
}

type DocumentProps = {
  name: 'fiscal' | 'print' | 'wallet' | 'refund' | 'refundMoney';
  words: Words;
  state: string;
  testId: string;
  wallet?: string;
};

function Document({ name, words: { tone, word }, state, testId, wallet = usualWallet }: DocumentProps) {
  const { t } = useTranslation();
  return (
    <li className={styles.document} data-testid={testId} data-state={state}>
      <Mark tone={tone} />
      <span className={styles.documentName}>{t(`done.${name}`, { wallet })}</span>
      <span className={styles.documentWord}>{t(`done.${word}`, { wallet })}</span>
    </li>
  );
}
