import { isOurUrl } from './app-url.ts';

/** What is looked at in the frame that sent a message; Electron's WebFrameMain fits. */
export type SenderFrame = { url: string; parent: unknown };

/** Whether a message to the shell comes from the main frame of one of our own pages (Electron security guide, item 17). */
export const isTrustedSender = (frame: SenderFrame | null): boolean =>
  frame !== null && frame.parent === null && isOurUrl(frame.url);
