import { useTranslation } from 'react-i18next';
import type { AttemptView, Code } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { useSpan } from '../../components/span.ts';
import { isAsked, mayCancel } from '../../state/doubt.ts';
import { useTill } from '../../state/till.ts';
import { useNow } from '../../state/use-now.ts';
import { showOpenItems } from '../../state/window.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { CancelQuestion } from './cancel-question.tsx';
import { Park, Wait } from './plain-steps.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import styles from './steps.module.css';

type Props = { attempt: AttemptView; handlers: Handlers };

/** Money nobody can vouch for: wait or go on, ask now, take it back, and, where the owner allows it, hand the goods over. */
export function DoubtSteps({ attempt, handlers }: Props) {
  const { state, asks, cancelFrom, release } = attempt;
  const asked = isAsked(attempt);
  return (
    <div className={styles.steps}>
      {state === 'in-doubt' ? (
        <div className={styles.pair}>
          {asked ? <Wait handlers={handlers} /> : null}
          <Park handlers={handlers} next={!asked} short={asked} />
        </div>
      ) : null}
      <div className={styles.pair}>
        {attempt.needsManager ? <OpenItems /> : null}
        {asks === null ? null : <CheckNow handlers={handlers} />}
      </div>
      <div className={styles.pair}>
        {cancelFrom === null ? null : <Cancel attempt={attempt} handlers={handlers} short={release !== null} />}
        {release === null ? null : <Release refused={release.refused} handlers={handlers} />}
      </div>
      <CancelQuestion attempt={attempt} />
      <ReleaseDialog attempt={attempt} />
    </div>
  );
}

function CheckNow({ handlers }: { handlers: Handlers }) {
  const { t } = useTranslation();
  const busy = useTill((state) => state.pending.has('checkNow'));
  return (
    <Button wide cap="F3" onPress={() => handlers.checkNow?.()} disabled={busy} testId="check-now">
      {t(busy ? 'doubt.checking' : 'doubt.checkNow')}
    </Button>
  );
}

/** Before its time an answer may still be on its way; until then the button counts down where its key will stand. */
function Cancel({ attempt, handlers, short }: Props & { short: boolean }) {
  const { t } = useTranslation();
  const span = useSpan();
  const now = useNow(250);
  const ready = mayCancel(attempt, now);
  const time = span((attempt.cancelFrom ?? now) - now);
  const left = short ? time : t('doubt.cancelIn', { time });
  return (
    <Button
      wide
      cap={ready ? 'F4' : left}
      onPress={() => handlers.cancelAttempt?.()}
      disabled={!ready}
      testId="cancel-attempt"
    >
      {t(short ? 'doubt.cancelShort' : 'doubt.cancel')}
    </Button>
  );
}

const limits = {
  'release-limit-sale': 'limitSale',
  'release-limit-total': 'limitTotal',
  'release-limit-count': 'limitCount',
  'release-limit-age': 'limitAge',
  'release-goods-excluded': 'limitGoods',
} as const satisfies Partial<Record<Code, string>>;

const isLimit = (code: Code): code is keyof typeof limits => code in limits;

function Release({ refused, handlers }: { refused: Code | null; handlers: Handlers }) {
  const { t } = useTranslation();
  const reason = (code: Code): string => (isLimit(code) ? t(`doubt.${limits[code]}`) : t('tenders.cannot'));
  return (
    <Button
      wide
      onPress={() => handlers.release?.()}
      disabled={refused !== null}
      testId="release-goods"
      {...(refused === null ? { cap: 'F6' } : { hint: reason(refused), data: { 'data-code': refused } })}
    >
      {t('doubt.release')}
    </Button>
  );
}

/** Only a manager can go on: the place where that is done is one press away. */
function OpenItems() {
  const { t } = useTranslation();
  return (
    <Button wide cap="F11" onPress={() => showOpenItems('person')} testId="open-items-from-payment">
      {t('doubt.openItems')}
    </Button>
  );
}
