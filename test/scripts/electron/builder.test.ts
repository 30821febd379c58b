import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const builder = require.resolve('app-builder-lib/package.json');
const yaml: { load: (text: string) => unknown } = createRequire(builder)('js-yaml');
const schema: object = z.looseObject({}).parse(JSON.parse(readFileSync(join(builder, '../scheme.json'), 'utf8')));
const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);
const load = (): Record<string, unknown> =>
  z.looseObject({}).parse(yaml.load(readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8')));

test("electron-builder.yml follows electron-builder's own schema", () => {
  expect({ valid: validate(load()), errors: validate.errors }).toEqual({ valid: true, errors: null });
});

test('a misspelt key is refused', () => {
  expect(validate({ ...load(), electronFuse: {} })).toBe(false);
});

test('a misspelt fuse is refused', () => {
  expect(validate({ ...load(), electronFuses: { runAsNodes: false } })).toBe(false);
});

test('a packed register cannot be turned into plain Node or be inspected, and loads nothing but its archive', () => {
  expect(load()['electronFuses']).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});
