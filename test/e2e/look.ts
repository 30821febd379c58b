import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Register } from './register.ts';
import { within } from './within.ts';

/** Chooses a language on the strip, and waits until the screen speaks it. */
export async function speak({ id, page }: Register, language: string): Promise<void> {
  await id('language').click();
  await id(`choose-${language}`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}

/** Chooses light or dark on the strip. */
export async function wear({ id }: Register, theme: string): Promise<void> {
  await id('language').click();
  await id(`choose-${theme}`).click();
}

/** What sticks out of the window or of its own button, by its test id or its words. */
export async function stickingOut({ page }: Register): Promise<string[]> {
  const found = page.evaluate(() => {
    const name = (one: Element): string => one.getAttribute('data-testid') ?? one.textContent?.slice(0, 40) ?? '';
    /** A row that is pushed sideways with a finger may be longer than the screen. */
    const inRow = (one: Element): boolean =>
      one.parentElement !== null &&
      (getComputedStyle(one.parentElement).overflowX === 'auto' || inRow(one.parentElement));
    const shown = [...document.querySelectorAll('button, [data-testid]')].filter(
      (one) => one.checkVisibility() && !inRow(one),
    );
    const wide = (one: Element): boolean => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
    const outside = (one: Element): boolean => {
      const { left, right } = one.getBoundingClientRect();
      return left < -1 || right > document.documentElement.clientWidth + 1;
    };
    const inScroller = (one: Element | null): boolean =>
      one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowY) || inScroller(one.parentElement));
    const below = (one: Element): boolean =>
      one.getBoundingClientRect().bottom > document.documentElement.clientHeight + 1 && !inScroller(one.parentElement);
    /** Words that end in dots because their button is too narrow for them. */
    const hasCutWords = (one: Element): boolean =>
      [...one.querySelectorAll('*')].some(
        (part) => part.checkVisibility() && getComputedStyle(part).overflowX !== 'visible' && wide(part),
      );
    /** The strip's heaps can be pushed sideways too, but money in doubt that is out of sight is not shown. */
    const heaps = [...document.querySelectorAll('header [data-count]')].filter(
      (one) => one.getBoundingClientRect().right > (one.parentElement?.getBoundingClientRect().right ?? 0) + 1,
    );
    const buttons = shown.filter((one) => one.tagName === 'BUTTON');
    const { body, documentElement } = document;
    return [
      ...[body, documentElement].filter(wide).map((one) => one.tagName),
      ...(body.scrollHeight > body.clientHeight ? ['BODY is too high'] : []),
      ...shown.filter((one) => outside(one) && one.getAttribute('data-testid') !== 'training-band').map(name),
      ...buttons.filter((one) => wide(one) || hasCutWords(one)).map((one) => `cut: ${name(one)}`),
      ...heaps.map((one) => `off the strip: ${name(one)}`),
      ...buttons.filter(below).map((one) => `below the edge: ${name(one)}`),
    ];
  });
  return within('the edges of the screen', found);
}

/** Waits for what fades in or out: halfway through, every colour is another one and no contrast is the real one. */
async function fadesOver({ page }: Register): Promise<void> {
  const over = page.evaluate(async () => {
    const ends = (one: Animation): boolean => Number.isFinite(one.effect?.getComputedTiming().endTime);
    const fades = (one: Animation): boolean =>
      one.effect instanceof KeyframeEffect && one.effect.getKeyframes().some((frame) => 'opacity' in frame);
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => ends(one) && fades(one))
        .map(async (one) => one.finished),
    );
  });
  await within('what fades', over);
}

/** What axe holds for serious or worse. Its usual way opens a second page, which this program refuses. */
export async function violations(register: Register): Promise<string[]> {
  const { page } = register;
  await fadesOver(register);
  const { violations: found } = await within('axe', new AxeBuilder({ page }).setLegacyMode(true).analyze(), 30_000);
  const grave = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** For people who want to see the walk: `KASSA_SHOTS=folder` keeps a picture of every stop. */
export async function shoot({ page }: Register, name: string): Promise<void> {
  const folder = process.env['KASSA_SHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
