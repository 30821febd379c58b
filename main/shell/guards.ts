import type { Session, WebContents } from 'electron';
import { appScheme, shellActionOf } from './app-url.ts';
import type { ShellAction } from './app-url.ts';

/**
 * Holds a page where it is: every navigation, popup and webview is refused.
 * A link to one of the shell's own actions is refused as well, and heard.
 */
export const guardContents = (contents: WebContents, onAction: (action: ShellAction) => void): void => {
  contents.on('will-navigate', (event) => {
    event.preventDefault();
    const action = shellActionOf(event.url);
    if (action !== null) onAction(action);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** Refuses what Electron grants by default: permissions, devices, downloads, and any request that leaves the program. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !staysInside(request.url) }));
};

/** The window has no business on the network: its pages are ours, pictures may be inline, developer tools are Chromium's. */
const staysInside = (url: string): boolean =>
  [`${appScheme}:`, 'data:', 'blob:', 'devtools:'].some((scheme) => url.startsWith(scheme));
