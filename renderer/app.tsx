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
import { History } from './screens/history/history.tsx';
import { NoShift } from './screens/shift/no-shift.tsx';
import { Report } from './screens/shift/report-dialog.tsx';
import { Selling } from './screens/selling/selling.tsx';
import { SignIn } from './screens/sign-in/sign-in.tsx';
import { Waiting } from './screens/waiting/waiting.tsx';
import { Paper } from './screens/training/paper.tsx';
import { screenOf } from './state/screen.ts';
import type { Screen } from './state/screen.ts';
import { send, useTill } from './state/till.ts';
import { lookFor, setLanguage, showOpenItems, useWindow } from './state/window.ts';
import { listenToWedge } from './state/wedge.ts';
import { fewestKeys, fewestKeysAtSignIn } from './state/wedge-rules.ts';

/** The window: a strip on top, one screen below it, and at most one dialog above. */
export function App() {
  const view = useTill((state) => state.view);
  const life = useTill((state) => state.life);
  const screen = screenOf(life, view);
  const filter = useInsteadOfCounter(
    screen,
    useWindow((state) => state.openItems),
  );
  const history = useInsteadOfCounter(
    screen,
    useWindow((state) => state.history),
  );
  const counter = filter === null && history === null;
  useSignedOut(screen);
  useLanguage();
  useWedge();
  return (
    <div className={styles.window} data-screen={screen}>
      <StatusStrip view={view} />
      {screen === 'starting' || screen === 'restarting' || screen === 'stopped' ? <Waiting life={screen} /> : null}
      {screen === 'first-start' ? <FirstStart /> : null}
      {view && screen === 'sign-in' ? <SignIn view={view} /> : null}
      {view && filter ? <OpenItems view={view} filter={filter} /> : null}
      {view && history !== null && filter === null ? <History view={view} text={history} /> : null}
      {view && screen === 'no-shift' && counter ? <NoShift /> : null}
      {view && screen === 'selling' && counter ? <Selling view={view} /> : null}
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

/** Open items and past sales stand in place of the counter, with a shift or without one. */
function useInsteadOfCounter<T>(screen: Screen, shown: T | null): T | null {
  return screen === 'selling' || screen === 'no-shift' ? shown : null;
}

/** Whoever signs in next begins at the counter. */
function useSignedOut(screen: Screen): void {
  useEffect(() => {
    if (screen === 'sign-in') showOpenItems(null);
  }, [screen]);
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
      (text) => signedIn() && scanned(text),
      () => (signedIn() ? fewestKeys : fewestKeysAtSignIn),
    );
  }, []);
}

/** While past sales are shown, a scan looks for one: the receipt's own QR above all. */
function scanned(text: string): void {
  if (useWindow.getState().history === null) void send('scan', { text });
  else lookFor(text);
}
