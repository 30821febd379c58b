import { expect, it } from 'vitest';
import { shownTheme } from '../../../renderer/state/theme.ts';

it('follows the system until somebody chooses light or dark', () => {
  expect([
    shownTheme('system', true),
    shownTheme('system', false),
    shownTheme('light', true),
    shownTheme('dark', false),
  ]).toEqual(['dark', 'light', 'light', 'dark']);
});
