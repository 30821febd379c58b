import { useEffect } from 'react';
import type { SoundView, TillView } from '../../preload/api.ts';
import { playSound } from '../state/sounds.ts';
import { useTill } from '../state/till.ts';
import { doubtRepeatMs } from '../state/tones.ts';
import { cx } from './cx.ts';
import styles from './feedback.module.css';

/** Plays what the till wants heard, and shows it for those who cannot hear it: a frame of light around the screen. */
export function Feedback() {
  const sound = useTill(freshSound);
  const doubt = useTill((state) => state.view?.payment?.attempt?.state === 'in-doubt');
  const at = sound?.at;
  const kind = sound?.kind;
  useEffect(() => {
    if (at !== undefined && kind !== undefined) playSound(kind);
  }, [at, kind]);
  useReminder(doubt);
  return sound ? (
    <div key={sound.at} className={cx(styles.frame, styles[sound.kind])} data-sound={sound.kind} aria-hidden="true" />
  ) : null;
}

/** A sound older than this when its view arrives belongs to the past and stays silent. */
const freshMs = 1500;

function freshSound({ view }: { view: TillView | null }): SoundView | null {
  return view?.sound && view.now - view.sound.at < freshMs ? view.sound : null;
}

/** Money in doubt calls again every 20 s until someone touches the till. */
function useReminder(doubt: boolean): void {
  useEffect(() => {
    if (!doubt) return undefined;
    const timer = window.setInterval(() => playSound('doubt'), doubtRepeatMs);
    const seen = () => window.clearInterval(timer);
    window.addEventListener('keydown', seen, { once: true });
    window.addEventListener('pointerdown', seen, { once: true });
    return () => {
      seen();
      window.removeEventListener('keydown', seen);
      window.removeEventListener('pointerdown', seen);
    };
  }, [doubt]);
}
