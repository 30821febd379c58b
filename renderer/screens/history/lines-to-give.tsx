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
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const step = (by: 1 | -1) => {
    onChoose(line.id);
    onStep(line, by);
  };
  const state = { 'data-id': line.id, 'data-chosen': chosen, 'data-wanted': wanted ?? '' };
  return (
    <li
      ref={row}
      className={cx(styles.line, chosen && styles.chosen, (wanted ?? 0) > 0 && styles.given)}
      data-testid="give-line"
      {...state}
    >
      <Goods line={line} chosen={chosen} onChoose={onChoose} />
      {line.weighed ? null : <Fewer wanted={wanted ?? 0} onStep={step} />}
      <span className={cx(styles.wanted, wanted === undefined && styles.wrong)}>
        <Figures>{wanted === undefined ? '!' : formatQuantity(wanted)}</Figures>
      </span>
      {line.weighed ? null : <More wanted={wanted ?? 0} left={line.left} onStep={step} />}
    </li>
  );
}

function Goods({ line, chosen, onChoose }: Pick<LineProps, 'line' | 'chosen' | 'onChoose'>) {
  const { t } = useTranslation();
  const { id, name, left, unit } = line;
  return (
    <button type="button" className={styles.choose} onClick={() => onChoose(id)} tabIndex={-1} aria-current={chosen}>
      <span className={styles.name}>{name}</span>
      <span className={styles.left}>{t('history.left', { quantity: `${formatQuantity(left)} ${unit}` })}</span>
    </button>
  );
}

type StepProps = { wanted: number; onStep: (by: 1 | -1) => void };

function Fewer({ wanted, onStep }: StepProps) {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      label={t('history.less')}
      onPress={() => onStep(-1)}
      disabled={wanted === 0}
      testId="give-less"
    >
      −
    </Button>
  );
}

function More({ wanted, left, onStep }: StepProps & { left: number }) {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      label={t('history.more')}
      onPress={() => onStep(1)}
      disabled={wanted >= left}
      testId="give-more"
    >
      +
    </Button>
  );
}
