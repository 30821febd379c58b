import { create } from 'zustand';
import type { Language, ProvisionFault } from '../../preload/api.ts';
import { isLanguage } from '../i18n/languages.ts';
import type { OpenFilter } from './open-items.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Volume = 'loud' | 'quiet' | 'off';
export type DialogName =
  | 'help'
  | 'search'
  | 'parked'
  | 'shift'
  | 'void'
  | 'paper'
  | 'lesson'
  | 'cancel-attempt'
  | 'release'
  | 'give-back'
  | 'give-back-some';

/** What the digits are for: a code or how many, a new quantity for a line, or the weight of a quick key. */
export type EntryFor =
  | { kind: 'code' }
  | { kind: 'quantity'; lineId: string }
  | { kind: 'weight'; itemId: number; name: string; unit: string };

type WindowState = {
  dialog: DialogName | null;
  /** The attempt or sale an open question is about: it must not be answered for the next one. */
  about: string | null;
  /** What the open items are narrowed to while their screen is shown; null while the counter is. */
  openItems: OpenFilter | null;
  /** What past sales are looked for with while their screen is shown; null while the counter is. */
  history: string | null;
  /** A code whose help was asked for; the list of codes opens on it. */
  helpCode: string | null;
  /** True from closing a shift until its Z report has been read. */
  reportOpen: boolean;
  /** Rows of the goods list left out when the till was set up, to be read once. */
  skipped: readonly ProvisionFault[];
  entry: string;
  entryFor: EntryFor;
  /** An ended attempt the cashier has turned away from: Payme Go then waits for a new code. */
  seenAttempt: string | null;
  language: Language;
  theme: Theme;
  volume: Volume;
};

function stored<T extends string>(key: string, allowed: (value: unknown) => value is T, otherwise: T): T {
  const value = globalThis.localStorage?.getItem(`kassa.${key}`);
  return allowed(value) ? value : otherwise;
}

function keep(key: string, value: string): void {
  globalThis.localStorage?.setItem(`kassa.${key}`, value);
}

const isTheme = (value: unknown): value is Theme => value === 'system' || value === 'light' || value === 'dark';
const isVolume = (value: unknown): value is Volume => value === 'loud' || value === 'quiet' || value === 'off';

const noEntry = { entry: '', entryFor: { kind: 'code' } } as const;

/** What only the window knows: open dialogs, half-typed digits, and the look of this screen. */
export const useWindow = create<WindowState>(() => ({
  dialog: null,
  about: null,
  openItems: null,
  history: null,
  helpCode: null,
  reportOpen: false,
  skipped: [],
  ...noEntry,
  seenAttempt: null,
  language: stored('language', isLanguage, 'uz'),
  theme: stored('theme', isTheme, 'system'),
  volume: stored('volume', isVolume, 'loud'),
}));

/** Opens one dialog, closing any other; null closes them all. `about` is the id of what a question is asked about. */
export function openDialog(dialog: DialogName | null, about: string | null = null): void {
  useWindow.setState({ dialog, about, helpCode: null });
}

/** Shows the open items in place of the counter, narrowed to one heap; null goes back to the counter. */
export function showOpenItems(openItems: OpenFilter | null = 'all'): void {
  useWindow.setState({ openItems, history: null, dialog: null, about: null });
}

/** Shows past sales in place of the counter, those that `text` finds; null goes back to the counter. */
export function showHistory(history: string | null = ''): void {
  useWindow.setState({ history, openItems: null, dialog: null, about: null });
}

/** Looks for other past sales, while they are shown. */
export function lookFor(history: string): void {
  useWindow.setState({ history });
}

/** Opens the help on the list of codes; `code` is the short code or a word to look for, empty shows them all. */
export function explain(code: string): void {
  useWindow.setState({ dialog: 'help', about: null, helpCode: code });
}

/** Puts digits in place of those keyed in so far. */
export function setEntry(entry: string): void {
  useWindow.setState({ entry });
}

/** Forgets half-typed digits and what they were for. */
export function clearEntry(): void {
  useWindow.setState(noEntry);
}

/** The language of this screen until somebody with another one signs in. */
export function setLanguage(language: Language): void {
  keep('language', language);
  useWindow.setState({ language });
}

/** Light and dark follow the system unless a person chose; the choice stays on this screen. */
export function setTheme(theme: Theme): void {
  keep('theme', theme);
  useWindow.setState({ theme });
}

/** How loud this screen is; the choice stays on it. */
export function setVolume(volume: Volume): void {
  keep('volume', volume);
  useWindow.setState({ volume });
}
