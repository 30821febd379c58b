import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Heap, ShiftReport } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { Figures } from '../../components/figures.tsx';
import { Mark } from '../../components/mark.tsx';
import type { Tone } from '../../components/mark.tsx';
import { formatDateTime, formatSum } from '../../i18n/format.ts';
import { currencyRows } from './other-currencies.ts';
import styles from './report.module.css';

/** The figures of a shift as a table a manager can read aloud: what was taken, how, and what should be in the drawer. */
export function ReportTable({ report }: { report: ShiftReport }) {
  const { t } = useTranslation();
  const { fiscal } = report;
  return (
    <div
      className={styles.report}
      data-testid={`${report.kind}-report`}
      data-number={report.shiftNumber}
      data-total={report.total}
      data-sales={report.sales}
      data-expected={report.expectedCash}
      data-fiscal={fiscal.state}
      tabIndex={0}
      role="region"
      aria-label={t(report.kind === 'z' ? 'shift.zReport' : 'shift.xReport')}
    >
      <table className={styles.table}>
        <tbody>
          <Row
            name={`${t(report.kind === 'z' ? 'shift.zReport' : 'shift.xReport')} · ${t('shift.title', { number: report.shiftNumber })}`}
            strong
          >
            {report.cashier}
          </Row>
          <Row name={t('shift.opened')}>{formatDateTime(report.openedAt)}</Row>
          {report.closedAt === null ? null : <Row name={t('shift.closed')}>{formatDateTime(report.closedAt)}</Row>}
          {fiscal.zNumber === null ? null : <Row name={t('shift.fiscalZ')}>{fiscal.zNumber}</Row>}
          {fiscal.zNumber === null && fiscal.state === 'waiting' ? (
            <Row name={t('shift.fiscalZ')}>{t('shift.fiscalWaiting')}</Row>
          ) : null}
          {fiscal.terminalId === null ? null : <Row name={t('shift.terminal')}>{fiscal.terminalId}</Row>}
        </tbody>
        <Taken report={report} />
        {report.otherCurrencies.length > 0 ? <OtherCurrencies report={report} /> : null}
        <Drawer report={report} />
        <Unfinished report={report} />
      </table>
    </div>
  );
}

function Taken({ report }: { report: ShiftReport }) {
  const { t } = useTranslation();
  return (
    <tbody>
      <Title>{t('shift.byTender')}</Title>
      {report.byTender.map(({ kind, count, amount }) => (
        <Row key={kind} name={t(`tenders.${kind}`)} count={count}>
          {formatSum(amount)}
        </Row>
      ))}
      <Row name={t('shift.total')} count={report.sales} strong>
        {formatSum(report.total)}
      </Row>
      <Row name={t('shift.vat')}>{formatSum(report.vat)}</Row>
      {report.refunds.count > 0 ? (
        <Row name={t('shift.refunds')} count={report.refunds.count}>
          {formatSum(report.refunds.amount)}
        </Row>
      ) : null}
      {report.voided > 0 ? <Row name={t('shift.voided')}>{report.voided}</Row> : null}
    </tbody>
  );
}

/** A ledger of its own: nothing here is part of a sum above or below. */
function OtherCurrencies({ report }: { report: ShiftReport }) {
  const { t } = useTranslation();
  return (
    <tbody>
      <Title>{t('shift.otherCurrencies')}</Title>
      {currencyRows(t, report.otherCurrencies).map(({ name, count, amount }) => (
        <Row key={name} name={name} {...(count === undefined ? {} : { count })}>
          {amount}
        </Row>
      ))}
    </tbody>
  );
}

function Drawer({ report }: { report: ShiftReport }) {
  const { t } = useTranslation();
  const { difference } = report;
  return (
    <tbody>
      <Title>{t('shift.cash')}</Title>
      <Row name={t('shift.float')}>{formatSum(report.float)}</Row>
      <Row name={t('shift.expected')} strong>
        {formatSum(report.expectedCash)}
      </Row>
      {report.countedCash === null ? null : <Row name={t('shift.countedRow')}>{formatSum(report.countedCash)}</Row>}
      {difference === null ? null : (
        <Row
          name={t(difference === 0 ? 'shift.even' : difference > 0 ? 'shift.over' : 'shift.short')}
          tone={difference === 0 ? 'sure' : 'refused'}
          strong
        >
          {formatSum(Math.abs(difference))}
        </Row>
      )}
    </tbody>
  );
}

/** What is carried over into the next shift is never left out, even when it is nothing; differences only when there are any. */
function Unfinished({ report }: { report: ShiftReport }) {
  const { t } = useTranslation();
  const heap = (name: string, { count, amount }: Heap) => (
    <Row name={name} count={count} {...(count > 0 ? { tone: 'doubt' as const } : {})}>
      {formatSum(amount)}
    </Row>
  );
  return (
    <tbody>
      <Title>{t('shift.open2')}</Title>
      {heap(t('shift.inDoubt'), report.inDoubt)}
      {heap(t('shift.queued'), report.queued)}
      {heap(t('shift.goingBack'), report.goingBack)}
      <Row name={t('shift.unsentFiscal')}>{report.unsentFiscal}</Row>
      {report.findings > 0 ? (
        <Row name={t('shift.findings')} tone="refused">
          {report.findings}
        </Row>
      ) : null}
    </tbody>
  );
}

function Title({ children }: { children: string }) {
  return (
    <tr>
      <th colSpan={3} scope="rowgroup" className={styles.section}>
        {children}
      </th>
    </tr>
  );
}

type RowProps = { name: string; children: ReactNode; count?: number; strong?: boolean; tone?: Tone };

function Row({ name, children, count, strong = false, tone }: RowProps) {
  return (
    <tr className={cx(strong && styles.strong, tone && styles[tone])}>
      <th scope="row" className={styles.rowName}>
        {tone ? <Mark tone={tone} /> : null}
        {name}
      </th>
      <td className={styles.number}>{count ?? ''}</td>
      <td className={styles.number}>{typeof children === 'string' ? <Figures>{children}</Figures> : children}</td>
    </tr>
  );
}
