import type { Messages } from './words.ts';

declare module 'i18next' {
  /** A key that no language has does not compile. */
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages };
  }
}
