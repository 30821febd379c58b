import { useEffect } from 'react';
import { ApprovalDialog } from './components/approval.tsx';
import { Feedback } from './components/feedback.tsx';
import { StatusStrip } from './components/status-strip.tsx';
import { TrainingBand } from './components/training-band.tsx';
import { speak } from './i18n/index.ts';
import styles from './app.module.css';
import { FirstStart } from './screens/first-start/first-start.tsx';
import { SkippedRows } from './screens/first-start/faults.tsx';
import { Help } from './screens/help/help.tsx';
import { OpenItems } from './screens/open-items/open-items.tsx';
import { NoShift } from './screens/shift/no-shift.tsx';
import { Report } from './screens/shift/report-dialog.tsx';
import { Selling } from './screens/selling/selling.tsx';
import { SignIn } from './screens/sign-in/sign-in.tsx';
import { Waiting } from './screens/waiting/waiting.tsx';
import { Paper } from './screens/training/paper.tsx';
import type { OpenFilter } from './state/open-items.ts';
import { screenOf } from './state/screen.ts';
import type { Screen } from './state/screen.ts';
import { send, useTill } from './state/till.ts';
import { setLanguage, showOpenItems, useWindow } from './state/window.ts';
import { listenToWedge } from './state/wedge.ts';
import { fewestKeys, fewestKeysAtSignIn } from './state/wedge-rules.ts';

/** The window: a strip on top, one screen below it, and at most one dialog above. */
export function App() {
  const view = useTill((state) => state.view);
  const life = useTill((state) => state.life);
  const screen = screenOf(life, view);
  const filter = useFilter(screen);
  useLanguage();
  useWedge();
  return (
    <div className={styles.window} data-screen={screen}>
      <StatusStrip view={view} />
      {screen === 'starting' || screen === 'restarting' || screen === 'stopped' ? <Waiting life={screen} /> : null}
      {screen === 'first-start' ? <FirstStart /> : null}
      {view && screen === 'sign-in' ? <SignIn view={view} /> : null}
      {view && filter ? <OpenItems view={view} filter={filter} /> : null}
      {view && screen === 'no-shift' && !filter ? <NoShift /> : null}
      {view && screen === 'selling' && !filter ? <Selling view={view} /> : null}
      <Help />
      <Report />
      <SkippedRows />
      {view?.training ? <Paper training={view.training} /> : null}
      {view?.mode === 'training' ? <TrainingBand /> : null}
      <ApprovalDialog />
      <Feedback />
    </div>
  );
}

/** What the open items are narrowed to while they are shown; whoever signs in next begins at the counter. */
function useFilter(screen: Screen): OpenFilter | null {
  const filter = useWindow((state) => state.openItems);
  const possible = screen === 'selling' || screen === 'no-shift';
  useEffect(() => {
    if (screen === 'sign-in') showOpenItems(null);
  }, [screen]);
  return possible ? filter : null;
}

/** The person's language when someone is signed in, else what this screen last used. */
function useLanguage(): void {
  const language = useWindow((state) => state.language);
  const own = useTill((state) => state.view?.signedIn?.language);
  useEffect(() => {
    if (own) setLanguage(own);
  }, [own]);
  useEffect(() => speak(language), [language]);
}

/** A scan with nobody signed in is swallowed: it must not end in a PIN field, and nothing else can use it. */
function useWedge(): void {
  useEffect(() => {
    const signedIn = () => Boolean(useTill.getState().view?.signedIn);
    return listenToWedge(
      (text) => signedIn() && void send('scan', { text }),
      () => (signedIn() ? fewestKeys : fewestKeysAtSignIn),
    );
  }, []);
}
