import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProvisionFault } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Choice } from '../../components/choice.tsx';
import { Message } from '../../components/message.tsx';
import { EmptyRegister, NoShift } from '../../components/pictures.tsx';
import { chooseFile, currentMessage, dismiss, send, useTill } from '../../state/till.ts';
import { useWindow } from '../../state/window.ts';
import { useKeys } from '../../state/use-keys.ts';
import { Faults } from './faults.tsx';
import styles from './first-start.module.css';

type BadRows = 'refuse' | 'skip';

/** The very first screen: learn, or set up this till from a file. */
export function FirstStart() {
  const { t } = useTranslation();
  const message = useTill(currentMessage);
  useKeys('idle', {});
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{t('first.title')}</h1>
      <p className={styles.subtitle}>{t('first.subtitle')}</p>
      {message ? <Message message={message} onDismiss={dismiss} /> : null}
      <div className={styles.cards}>
        <Card className={styles.card}>
          <EmptyRegister />
          <h2 className={styles.heading}>{t('first.training')}</h2>
          <p className={styles.text}>{t('first.trainingText')}</p>
          <p className={styles.text}>{t('first.trainingPins')}</p>
          <div className={styles.push} />
          <Button look="next" wide onPress={() => void send('startTraining')} testId="start-training">
            {t('first.startTraining')}
          </Button>
        </Card>
        <SetUp />
      </div>
    </main>
  );
}

function SetUp() {
  const { t } = useTranslation();
  const [badRows, setBadRows] = useState<BadRows>('refuse');
  const [faults, setFaults] = useState<readonly ProvisionFault[]>([]);
  const [path, setPath] = useState<string | null>(null);
  const working = useTill((state) => state.pending.has('setUp'));

  const apply = async (file: string | null) => {
    if (file === null) return;
    setPath(file);
    const result = await send('setUp', { path: file, badRows });
    if (!result.ok) return;
    setFaults(result.value.faults);
    if (useTill.getState().view?.mode !== 'first-start') useWindow.setState({ skipped: result.value.faults });
  };

  return (
    <Card className={styles.card}>
      {faults.length === 0 ? <NoShift /> : null}
      <h2 className={styles.heading}>{t('first.setUp')}</h2>
      {faults.length === 0 ? <p className={styles.text}>{t('first.setUpText')}</p> : <Faults faults={faults} />}
      <div className={styles.push} />
      <Choice label={t('first.badRows')} value={badRows} onChange={setBadRows} testId="bad-rows">
        {[
          { id: 'refuse', name: t('first.refuse') },
          { id: 'skip', name: t('first.skip') },
        ]}
      </Choice>
      <p className={styles.path} aria-live="polite">
        {working ? t('first.working') : path}
      </p>
      <div className={styles.buttons}>
        <Button wide disabled={working} onPress={() => void chooseFile().then(apply)} testId="set-up">
          {t('first.chooseFile')}
        </Button>
        {path === null ? null : (
          <Button wide disabled={working} onPress={() => void apply(path)} testId="set-up-again">
            {t('first.apply')}
          </Button>
        )}
      </div>
    </Card>
  );
}
