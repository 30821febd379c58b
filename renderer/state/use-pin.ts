import { useState } from 'react';
import type { StaffView } from '../../preload/api.ts';
import { pressed } from './entry.ts';
import type { PadKey } from './entry.ts';
import { useNow } from './use-now.ts';

const shortestPin = 4;
/** PINs have four to eight digits (design, provision file). */
export const longestPin = 8;

/** The digits of a PIN being keyed in for `person`, whether they can be sent to `use`, and the lock-out left in ms. */
export function usePin(person: StaffView | undefined, busy: boolean, use: (staffId: string, pin: string) => void) {
  const now = useNow();
  const [pin, setPin] = useState('');
  const wait = Math.max(0, (person?.lockedUntil ?? 0) - now);
  const ready = person !== undefined && wait === 0 && pin.length >= shortestPin && !busy;
  const enter = () => {
    if (!ready) return;
    setPin('');
    use(person.id, pin);
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
