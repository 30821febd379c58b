/**
 * What Electron runs when it is started as `electron [options] FOLDER`: it takes the name and version of the app from the
 * folder's package.json and loads its entry, ES module or CommonJS, in this process. The command line stays as given.
 */
// oxlint-disable-next-line no-restricted-imports -- this file is packed into the Electron runtime and runs only there
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The first word that is not an option is the folder; `-r FILE` before it names a module to load first. */
function readArguments(words) {
  const before = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '-r' || word === '--require') before.push(words[(at += 1)]);
    else if (!word.startsWith('-')) return { folder: resolve(word), before };
  }
  return { folder: undefined, before };
}

function introduce(folder, about) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  if (about.version) app.setVersion(about.version);
  const name = about.productName ?? about.name;
  if (name) app.name = name;
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(folder);
}

const { folder, before } = readArguments(process.argv.slice(1));
for (const module of before) createRequire(import.meta.url)(resolve(module));

if (process.argv.includes('--version') && folder === undefined) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
} else if (folder === undefined) {
  process.stderr.write('Usage: electron [options] FOLDER\n');
  process.exit(1);
} else {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  introduce(folder, about);
  // Awaited here so that Electron holds back "ready" until the app's own modules are loaded.
  await import(
    pathToFileURL(createRequire(join(folder, 'package.json')).resolve(join(folder, about.main ?? 'index.js'))).href
  );
}
