import { buildIfStale, projectFolder } from './electron/build.ts';
import { explain } from './electron/explain.ts';
import { pack } from './electron/packed.ts';
import { electronOrExit } from './electron/run.ts';
import { machineTools } from './electron/tools.ts';
import { terminal } from './terminal.ts';

/** Packs the register into dist/: `npm run pack`, or with electron-builder's own targets after `--`. */
const electron = await electronOrExit({ purpose: 'pack', display: false });
const tools = machineTools();
const built = await buildIfStale(tools);
const packed = built.ok ? await pack(electron, process.argv.slice(2), projectFolder, tools) : built;
if (packed.ok) process.stdout.write(`${packed.value}\n`);
else terminal.say(explain(packed));
process.exit(packed.ok ? 0 : 1);
