import { useEffect, useState } from 'react';
import type { CustomerBridge, CustomerView, Language } from '../../preload/api.ts';

declare global {
  interface Window {
    /** Put there by the preload of the customer's window; absent when the page is opened outside the till. */
    readonly kassaCustomer?: CustomerBridge;
  }
}

/** A view, and the till's clock minus ours (ms): countdowns follow the till. */
export type Shown = { view: CustomerView; clockOffset: number };

/**
 * What the till shows the customer; null until it has said something, and while it is away. The language is the last it spoke:
 * a screen that waits does not change its own.
 */
export function useShown(): { shown: Shown | null; language: Language } {
  const [shown, setShown] = useState<Shown | null>(null);
  const [language, setLanguage] = useState<Language>('uz');
  useEffect(
    () =>
      window.kassaCustomer?.onView((view) => {
        setShown(view && { view, clockOffset: view.now - Date.now() });
        if (view) setLanguage(view.language);
      }),
    [],
  );
  return { shown, language };
}

/** The till's time in ms, twice a second, for whoever shows time running out. */
export function useTillTime(clockOffset: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 500);
    return () => window.clearInterval(timer);
  }, []);
  return now + clockOffset;
}
