import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const hookFolder = join(import.meta.dirname, '../hook');

/**
 * A copy of a built program whose till loads the campaign's hook first. Electron takes no `--import` for a utility
 * process and its Node strips no types, so the hook is made plain JavaScript and the till's file imports it.
 */
export function layHookInto(program: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of ['out', 'package.json', 'node_modules'])
    cpSync(join(program, name), join(folder, name), { recursive: true, verbatimSymlinks: true });
  const main = join(folder, 'out/main');
  mkdirSync(join(main, 'hook'));
  for (const name of readdirSync(hookFolder)) {
    const source = readFileSync(join(hookFolder, name), 'utf8');
    const plain = stripTypeScriptTypes(source).replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'");
    writeFileSync(join(main, 'hook', name.replace(/\.ts$/, '.js')), plain);
  }
  renameSync(join(main, 'till.js'), join(main, 'till-itself.js'));
  writeFileSync(join(main, 'till.js'), "import './hook/index.js';\nimport './till-itself.js';\n");
  return folder;
}
