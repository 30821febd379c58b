import { useState } from 'react';
import type { StaffView } from '../../../preload/api.ts';
import { pressed } from '../../state/entry.ts';
import type { PadKey } from '../../state/entry.ts';
import { send, useTill } from '../../state/till.ts';
import { useNow } from '../../state/use-now.ts';

const shortestPin = 4;
/** PINs have four to eight digits (design, provision file). */
export const longestPin = 8;

/** The digits of a PIN being keyed in for `person`, whether they can be sent, and the lock-out still to wait in ms. */
export function usePin(person: StaffView | undefined) {
  const now = useNow();
  const [pin, setPin] = useState('');
  const busy = useTill((state) => state.pending.has('signIn'));
  const wait = Math.max(0, (person?.lockedUntil ?? 0) - now);
  const ready = person !== undefined && wait === 0 && pin.length >= shortestPin && !busy;
  const enter = () => {
    if (!ready) return;
    setPin('');
    void send('signIn', { staffId: person.id, pin });
  };
  return {
    pin,
    ready,
    wait,
    enter,
    type: (text: string) => setPin(text.replaceAll(/\D/g, '')),
    press: (key: PadKey) => setPin((before) => pressed(before, key).slice(0, longestPin)),
  };
}
