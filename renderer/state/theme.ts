import { useWindow } from './window.ts';
import type { Theme } from './window.ts';

/** Light or dark: what the person chose, else what the system prefers. */
export function shownTheme(theme: Theme, systemIsDark: boolean): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}

/** Puts the theme on the page and keeps it in step with the choice and with the system; returns how to stop. */
export function followTheme(): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    document.documentElement.dataset['theme'] = shownTheme(useWindow.getState().theme, system.matches);
  };
  show();
  system.addEventListener('change', show);
  const stopChoice = useWindow.subscribe(show);
  return () => {
    system.removeEventListener('change', show);
    stopChoice();
  };
}
