import { useTranslation } from 'react-i18next';
import pictures from '../../components/pictures.module.css';
import type { OpenFilter } from '../../state/open-items.ts';
import styles from './empty.module.css';

const stroke = { fill: 'none', strokeWidth: 3, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** Nothing to worry about: said with a picture, because it is what a shop wants to see in the evening. */
export function Empty({ reading, filter }: { reading: boolean; filter: OpenFilter }) {
  const { t } = useTranslation();
  const all = filter === 'all';
  if (reading) return <li className={styles.empty}>{t('unsettled.open.reading')}</li>;
  return (
    <li className={styles.empty} data-testid="open-items-empty">
      <AllSettled />
      <h2 className={styles.title}>{t(all ? 'unsettled.open.empty' : 'unsettled.open.emptyFilter')}</h2>
      <p className={styles.text}>{t(all ? 'unsettled.open.emptyText' : 'unsettled.open.emptyFilterText')}</p>
    </li>
  );
}

/** A spike with the day's receipts on it, and a tick: the counter is clear. */
function AllSettled() {
  return (
    <svg className={pictures.large} viewBox="0 0 220 150" aria-hidden="true">
      <rect x="6" y="126" width="208" height="14" rx="7" className={pictures.sunken} />
      <g className={pictures.ink} {...stroke}>
        <path d="M46 126c0-7 6-12 13-12h44c7 0 13 5 13 12" className={pictures.body} />
        <path d="M81 114V26" />
        <path d="m52 92 58-8 3 14-58 8Z" className={pictures.body} />
        <path d="m50 72 60 6-2 14-60-6Z" className={pictures.body} />
        <path d="m53 56 57-6 2 14-57 6Z" className={pictures.body} />
        <path d="M81 50V26l-3 6m3-6 3 6" />
        <path d="M136 126V98a6 6 0 0 1 6-6h44a6 6 0 0 1 6 6v28" className={pictures.body} />
        <path d="M136 108h56M158 117h12" />
      </g>
      <circle cx="164" cy="58" r="22" className={pictures.sureFill} />
      <path d="m154 58 7.5 7.5L176 50" className={pictures.onSure} {...stroke} strokeWidth={5} />
    </svg>
  );
}
