import { resolve } from 'node:path';
import { startShell } from './shell/shell.ts';

startShell({ outDir: resolve(import.meta.dirname, '..'), argv: process.argv, cwd: process.cwd() });
