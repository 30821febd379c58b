import type { KassaBridge } from '../preload/api.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent when the page is opened outside the till. */
    readonly kassa?: KassaBridge;
  }
}
