import { protocol } from 'electron';
import { answerApp } from './app-response.ts';
import type { MadePage } from './app-response.ts';
import { appScheme } from './app-url.ts';

/** Gives our scheme the standing of https; Electron wants this before the app is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
};

/** Serves the built window from `root` and the pages the shell makes; nothing outside the folder is reachable. */
export const serveScheme = (root: string, made: (path: string) => MadePage | null): void => {
  protocol.handle(appScheme, (request) => answerApp(root, made, request));
};
