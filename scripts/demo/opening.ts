import type { Stage } from './stage.ts';

/** A person's pace (ms): keys faster than that are taken for a scanner. */
const keyPause = 80;

/** Dilnoza signs in with her PIN and opens a shift with 200 000 sums in the drawer. */
export async function opening(stage: Stage): Promise<void> {
  await stage.id('sign-in').waitFor();
  await stage.picture('sign-in');
  await stage.id('staff').filter({ hasText: 'Dilnoza' }).click();
  await stage.page.keyboard.type('1111', { delay: keyPause });
  await stage.page.keyboard.press('Enter');
  await stage.id('open-shift').waitFor();
  await stage.page.keyboard.type('200000', { delay: keyPause });
  await stage.picture('open-shift');
  await stage.id('open-shift').click();
  await stage.until('the shift is open', ({ shift }) => shift?.float === 20_000_000);
  await stage.id('pay').waitFor();
  await stage.picture('empty-register');
}
