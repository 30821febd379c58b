import { useTranslation } from 'react-i18next';
import type { MatchView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Figures } from '../../components/figures.tsx';
import { Mark } from '../../components/mark.tsx';
import { formatSum } from '../../i18n/format.ts';
import { send, useTill } from '../../state/till.ts';
import { AgainIcon } from './again-icon.tsx';
import { barsOf } from './bars.ts';
import type { Bar } from './bars.ts';
import styles from './matches.module.css';
import { dayOf } from './words.ts';

/** How the last days compare: what we took, what Payme has, what the tax office got. */
export function Matches({ matches, refresh }: { matches: readonly MatchView[] | null; refresh: () => void }) {
  const { t } = useTranslation();
  return (
    <Card className={styles.card} label={t('unsettled.match.title')} testId="daily-match">
      <h2 className={styles.title}>{t('unsettled.match.title')}</h2>
      {matches?.length === 0 ? <p className={styles.none}>{t('unsettled.match.none')}</p> : null}
      <ul className={styles.days}>
        {matches?.map((match) => (
          <Day key={match.date} match={match} refresh={refresh} />
        ))}
      </ul>
    </Card>
  );
}

function Day({ match, refresh }: { match: MatchView; refresh: () => void }) {
  const { t } = useTranslation();
  const busy = useTill((state) => state.pending.has('runMatch'));
  const { date, findings, madeAt } = match;
  const again = () => void send('runMatch', { date }).then(refresh);
  const state = madeAt === null ? 'waiting' : findings > 0 ? 'found' : 'equal';
  return (
    <li className={styles.day} data-testid="match-day" data-date={date} data-findings={findings} data-state={state}>
      <div className={styles.head}>
        <span className={styles.date}>{dayOf(date)}</span>
        <Verdict state={state} findings={findings} />
        <Button
          size="small"
          look="quiet"
          label={`${t('unsettled.match.again')}, ${date}`}
          onPress={again}
          disabled={busy}
          testId="match-again"
          data={{ 'data-date': date }}
        >
          <AgainIcon />
        </Button>
      </div>
      {barsOf(match).map((bar) => (
        <OneBar key={bar.whose} bar={bar} />
      ))}
    </li>
  );
}

function Verdict({ state, findings }: { state: 'waiting' | 'found' | 'equal'; findings: number }) {
  const { t } = useTranslation();
  if (state === 'waiting') return <span className={styles.waiting}>{t('unsettled.match.waiting')}</span>;
  return (
    <span className={styles[state]}>
      <Mark tone={state === 'found' ? 'refused' : 'sure'} />
      {state === 'found' ? t('unsettled.match.found', { count: findings }) : t('unsettled.match.equal')}
    </span>
  );
}

/** One of the three figures of a day; one that differs from ours stands out by colour and by a dotted end. */
function OneBar({ bar: { whose, amount, share, differs } }: { bar: Bar }) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar} data-differs={differs}>
      <span className={styles.whose}>{t(`unsettled.match.${whose}`)}</span>
      <span className={styles.track}>
        <span className={styles.fill} style={{ transform: `scaleX(${share})` }} />
      </span>
      <span className={styles.sum}>{amount === null ? '—' : <Figures>{formatSum(amount)}</Figures>}</span>
    </div>
  );
}
