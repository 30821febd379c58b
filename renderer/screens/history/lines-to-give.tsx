import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastLine } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { Figures } from '../../components/figures.tsx';
import { formatQuantity } from '../../i18n/format.ts';
import { wantedOf } from '../../state/give-back.ts';
import type { Entries } from '../../state/give-back.ts';
import styles from './give-back-some.module.css';

type Props = {
  lines: readonly PastLine[];
  entries: Entries;
  chosenId: string;
  onChoose: (id: string) => void;
  onStep: (line: PastLine, by: 1 | -1) => void;
};

/** The goods that can still go back; pieces are counted with two keys, weighed goods are keyed in. */
export function LinesToGive({ lines, entries, chosenId, onChoose, onStep }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={styles.lines} aria-label={t('history.goods')}>
      {lines.map((line) => (
        <Line
          key={line.id}
          line={line}
          wanted={wantedOf(line, entries)}
          chosen={line.id === chosenId}
          onChoose={onChoose}
          onStep={onStep}
        />
      ))}
    </ul>
  );
}

type LineProps = Pick<Props, 'onChoose' | 'onStep'> & { line: PastLine; wanted: number | undefined; chosen: boolean };

function Line({ line, wanted, chosen, onChoose, onStep }: LineProps) {
  const { t } = useTranslation();
  const { id, name, left, weighed, unit } = line;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const step = (by: 1 | -1) => {
    onChoose(id);
    onStep(line, by);
  };
  return (
    <li
      ref={row}
      className={cx(styles.line, chosen && styles.chosen, (wanted ?? 0) > 0 && styles.given)}
      data-testid="give-line"
      data-id={id}
      data-chosen={chosen}
      data-wanted={wanted ?? ''}
    >
      <button type="button" className={styles.choose} onClick={() => onChoose(id)} tabIndex={-1} aria-current={chosen}>
        <span className={styles.name}>{name}</span>
        <span className={styles.left}>{t('history.left', { quantity: `${formatQuantity(left)} ${unit}` })}</span>
      </button>
      {weighed ? null : (
        <Button
          size="small"
          label={t('history.less')}
          onPress={() => step(-1)}
          disabled={(wanted ?? 0) === 0}
          testId="give-less"
        >
          −
        </Button>
      )}
      <span className={cx(styles.wanted, wanted === undefined && styles.wrong)}>
        <Figures>{wanted === undefined ? '!' : formatQuantity(wanted)}</Figures>
      </span>
      {weighed ? null : (
        <Button
          size="small"
          label={t('history.more')}
          onPress={() => step(1)}
          disabled={(wanted ?? 0) >= left}
          testId="give-more"
        >
          +
        </Button>
      )}
    </li>
  );
}
