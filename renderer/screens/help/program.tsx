import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../preload/api.ts';
import { Mark } from '../../components/mark.tsx';
import { send } from '../../state/till.ts';
import styles from './program.module.css';

/** Whether whoever looks after the till may install a new version now, and if not, what has to be finished first. */
export function Program() {
  const { t } = useTranslation();
  const fault = useUpdateFault();
  if (fault === undefined) return null;
  const state = fault?.code ?? 'yes';
  return (
    <section className={styles.program} data-testid="may-update" data-state={state}>
      <Mark tone={fault === null ? 'sure' : 'refused'} large />
      <div>
        <h3 className={styles.headline}>{t(fault === null ? 'program.yes' : 'program.no')}</h3>
        <p>{t(`program.${wordFor(fault)}`, { openMoney: 0, owed: 0, ...fault?.facts })}</p>
      </div>
    </section>
  );
}

function wordFor(fault: Fault | null): 'yesText' | 'shiftOpen' | 'queue' {
  if (fault === null) return 'yesText';
  return fault.code === 'update-shift-open' ? 'shiftOpen' : 'queue';
}

/** The till's answer: null when nothing stands in the way, undefined until it has answered. */
function useUpdateFault(): Fault | null | undefined {
  const [fault, setFault] = useState<Fault | null>();
  useEffect(() => {
    void send('mayUpdate').then((result) => setFault(result.ok ? null : result.error));
  }, []);
  return fault;
}
