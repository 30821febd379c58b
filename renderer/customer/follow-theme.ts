import { setTheme } from '../state/window.ts';

/** The register's window chooses light or dark for both; a change there is heard here. */
export function followOtherWindow(): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== 'kassa.theme') return;
    setTheme(newValue === 'light' || newValue === 'dark' ? newValue : 'system');
  });
}
