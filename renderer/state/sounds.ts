import type { SoundView } from '../../preload/api.ts';
import { tones } from './tones.ts';
import { useWindow } from './window.ts';

const loudness = { loud: 0.22, quiet: 0.07, off: 0 } as const;
const softEdge = 0.012;

let audio: AudioContext | null = null;

/** Opening the way to the loudspeaker holds the window up for 70 ms and more: done once while nobody waits, not at the first sound. */
export function openSound(): void {
  window.requestIdleCallback(() => void (audio ??= new AudioContext()));
}

/** Plays one of the till's sounds; "off" silences all but refusals, which must be heard. */
export function playSound(kind: SoundView['kind']): void {
  const { volume } = useWindow.getState();
  const gain = volume === 'off' && kind === 'refused' ? loudness.quiet : loudness[volume];
  if (gain === 0) return;
  audio ??= new AudioContext();
  void audio.resume();
  for (const tone of tones[kind]) playTone(audio, tone, gain);
}

function playTone(context: AudioContext, tone: { hz: number; at: number; ms: number }, loud: number): void {
  const start = context.currentTime + tone.at / 1000;
  const end = start + tone.ms / 1000;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loud, start + softEdge);
  volume.gain.setValueAtTime(loud, end - softEdge);
  volume.gain.linearRampToValueAtTime(0, end);
  const pitch = new OscillatorNode(context, {
    type: tone.hz < 250 ? 'triangle' : 'sine',
    frequency: tone.hz,
  });
  pitch.connect(volume).connect(context.destination);
  pitch.start(start);
  pitch.stop(end);
}
