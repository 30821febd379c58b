import type { ReactNode } from 'react';
import type { OpenItemKind } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import type { Tone } from '../../components/mark.tsx';
import { PersonMark } from '../../components/person-mark.tsx';
import styles from './icons.module.css';

const phone = <path d="M8 3.5h8a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2Z" />;
const paper = <path d="M6 3.5h12v17l-2.4-1.6-2.4 1.6-2.4-1.6-2.4 1.6L6 20.5Z" />;
const bag = <path d="M5.5 8.5h13l-1 12h-11Zm3 0V7a3.5 3.5 0 0 1 7 0v1.5" />;

/** One drawing for every kind, so that a list is read without its words. */
const drawings: Record<OpenItemKind, ReactNode> = {
  queued: (
    <>
      {phone}
      <path d="M12 8v4l2.2 1.6" />
    </>
  ),
  'in-doubt': (
    <>
      {phone}
      <path d="M10.3 9.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.4M12 15.4v.1" />
    </>
  ),
  cancelling: (
    <>
      {phone}
      <path d="M14.6 12H9.6m2-2.2L9.4 12l2.2 2.2" />
    </>
  ),
  released: (
    <>
      {bag}
      <path d="M9.6 14.5h5m-2-2.1 2.1 2.1-2.1 2.1" />
    </>
  ),
  'waits-for-shift': <path d="M4.5 12h15v7.5h-15Zm1.8 0 1.4-5.5h8.6l1.4 5.5M10 15.7h4" />,
  'fiscal-waiting': (
    <>
      {paper}
      <path d="M12 7.5v4l2.2 1.5" />
    </>
  ),
  'fiscal-in-doubt': (
    <>
      {paper}
      <path d="M10.3 8.6a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.4M12 14.6v.1" />
    </>
  ),
  'fiscal-refused': (
    <>
      {paper}
      <path d="m9.8 8.3 4.4 4.4m0-4.4-4.4 4.4" />
    </>
  ),
  'not-confirmed': (
    <>
      {paper}
      <path d="M9 10.5h6m-2.2-2.2 2.2 2.2-2.2 2.2" />
    </>
  ),
  'not-printed': <path d="M7 9V3.8h10V9M7 17H4.5V9h15v8H17M7 13.5h10v6.7H7Z" />,
  'z-not-taken': (
    <>
      {paper}
      <path d="M9.7 7.8h4.6l-4.6 5.4h4.6" />
    </>
  ),
  'refund-payment': (
    <>
      <path d="M3.5 7h17v10h-17Z" />
      <path d="M14.8 12H9.4m2-2.2L9.2 12l2.2 2.2" />
    </>
  ),
  finding: <path d="M12 4v16m-5 0h10M12 6 5.5 7.2m6.5-1.2 6.5-1.2M5.5 7.5 3 13h5Zm13-2.4L16 10.6h5Z" />,
};

/** The drawing of a kind on the soft ground of its tone; a small figure beside it says that a person is needed. */
export function KindIcon({ kind, tone, person }: { kind: OpenItemKind; tone: Tone; person: boolean }) {
  return (
    <span className={cx(styles.icon, styles[tone])} aria-hidden="true">
      <svg className={styles.drawing} viewBox="0 0 24 24">
        {drawings[kind]}
      </svg>
      {person ? (
        <span className={styles.person}>
          <PersonMark />
        </span>
      ) : null}
    </span>
  );
}
