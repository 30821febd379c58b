import { useTranslation } from 'react-i18next';
import type { Code, MessageView } from '../../preload/api.ts';
import { formatTime } from '../i18n/format.ts';
import { shortCodes } from '../i18n/short-codes.ts';
import { walletOf } from '../i18n/wallet-names.ts';
import { useTill } from '../state/till.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { factLines } from './facts.ts';
import { Mark } from './mark.tsx';
import styles from './message.module.css';
import { CoverOpen, LineDown, PaperOut } from './pictures.tsx';

type Props = { message: MessageView; onDismiss?: (() => void) | undefined };

/** What happened to the money, what to do, and a short code for the telephone; a picture where hands are needed. */
export function Message({ message, onDismiss }: Props) {
  const { t } = useTranslation();
  const { code, tone } = message;
  const wallet = useTill((state) => walletOf(state.view?.payment?.attempt?.kind));
  const facts = factLines(t, message.facts);
  return (
    <div
      className={cx(styles.message, styles[tone])}
      role="alert"
      data-testid="message"
      data-code={code}
      key={message.at}
    >
      {pictures[code] ?? <Mark tone={tone} large />}
      <div className={styles.text}>
        <p className={styles.money}>{t(`codes.${code}.money`, { wallet })}</p>
        <p className={styles.todo}>{t(`codes.${code}.todo`, { wallet })}</p>
        <p className={styles.facts}>
          {facts.length > 0 ? <span className={styles.fact}>{facts.join(' · ')}</span> : null}
          <span>
            {formatTime(message.at)} · {shortCodes[code]}
          </span>
        </p>
      </div>
      {onDismiss ? (
        <Button onPress={onDismiss} size="small" cap="Esc" testId="dismiss">
          {t('common.understood')}
        </Button>
      ) : null}
    </div>
  );
}

const pictures: Partial<Record<Code, React.ReactNode>> = {
  'printer-paper-out': <PaperOut />,
  'printer-cover-open': <CoverOpen />,
  'printer-unreachable': <LineDown />,
};
