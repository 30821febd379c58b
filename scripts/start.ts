import { buildIfStale, projectFolder } from './electron/build.ts';
import { explain } from './electron/explain.ts';
import { launch, startArguments } from './electron/launch.ts';
import { electronOrExit } from './electron/run.ts';
import { machineTools } from './electron/tools.ts';
import { terminal } from './terminal.ts';

/** Opens the register: `npm start`, or `npm start -- --training`; every switch goes on to the app. */
const electron = await electronOrExit({ purpose: 'start' });
const built = await buildIfStale(machineTools());
if (!built.ok) {
  terminal.say(explain(built));
  process.exit(1);
}
if (electron.env['DISPLAY'] !== process.env['DISPLAY'])
  terminal.say('There is no display here: the register runs on a virtual one and nobody sees it.');
process.exit(
  await launch(electron.executable, startArguments(electron, projectFolder, process.argv.slice(2)), electron.env),
);
