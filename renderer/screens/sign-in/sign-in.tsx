import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { Message } from '../../components/message.tsx';
import { currentMessage, dismiss, useTill } from '../../state/till.ts';
import { PinPad } from './pin-pad.tsx';
import { StaffTiles } from './staff-tiles.tsx';
import styles from './sign-in.module.css';

/** Who is working: a tile and a PIN. */
export function SignIn({ view }: { view: TillView }) {
  const { t } = useTranslation();
  const [chosenId, setChosenId] = useState(view.staff.length === 1 ? view.staff[0]?.id : undefined);
  const chosen = view.staff.find(({ id }) => id === chosenId);
  const message = useTill(currentMessage);
  return (
    <main className={styles.screen}>
      <Card className={styles.people}>
        <h1 className={styles.title}>{t('signIn.title')}</h1>
        <StaffTiles staff={view.staff} chosen={chosen} onChoose={setChosenId} />
        {view.mode === 'training' ? <p className={styles.hint}>{t('signIn.trainingPins')}</p> : null}
        {message ? <Message message={message} onDismiss={dismiss} /> : null}
      </Card>
      <PinPad key={chosen?.id ?? 'nobody'} staff={view.staff} chosen={chosen} onChoose={setChosenId} />
    </main>
  );
}
