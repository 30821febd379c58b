import { electronOrExit } from './electron/run.ts';

/** Prints the path of the Electron binary in use, and nothing else, on stdout. */
const electron = await electronOrExit({ purpose: 'start', display: false });
process.stdout.write(`${electron.executable}\n`);
