import { execFile } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);
const tool = (name: string): string => join(root, 'node_modules/.bin', name);

/** What a failed command printed; an empty text when it succeeded. */
const outputOf = (name: string, args: string[], cwd: string): Promise<string> =>
  run(tool(name), args, { cwd, maxBuffer: 1e8 }).then(
    () => '',
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );

/** TypeScript's word for a file that belongs to no project this one refers to. */
const notOurs = 'TS6307';
const noNode = 'TS2591';

/** One wrong line and what the compiler says of it, null for a right one; `@` is the root of the repository. */
type Probe = [what: string, source: string, code: string | null];

const till: Probe = ['the till', `import '@/main/till/business-date.ts';`, notOurs];
const store: Probe = ['the store', `import '@/main/store/migrate.ts';`, notOurs];
const tender: Probe = ['the tenders', `import '@/main/tender/provider.ts';`, notOurs];
const devices: Probe = ['the devices', `import '@/native/printer/job.ts';`, notOurs];
const shell: Probe = ['the shell', `import '@/main/shell/exit-codes.ts';`, notOurs];
const simulators: Probe = ['the simulators', `import '@/main/training/fbox/routes.ts';`, notOurs];
const contract: Probe = ['the contract', `import '@/preload/codes.ts';`, notOurs];
const rules: Probe = ['the rules', `import '@/main/domain/assert-never.ts';`, notOurs];
const mayKnowRules: Probe = ['the rules', rules[1], null];
const node: Probe = ['Node', `import { readFileSync } from 'node:fs';\nreadFileSync('/');`, noNode];
const environment: Probe = ['the process', 'export const env = process.env;', noNode];
const timer: Probe = ['a timer', 'setTimeout(() => {}, 1);', 'TS2304'];
const network: Probe = ['the network', `void fetch('http://127.0.0.1');`, 'TS2304'];
const screen: Probe = ['the screen', `document.title = '';`, 'TS2584'];

/** What each project must not know. Files that bring Node's types with them are tried apart from the words of Node. */
const borders: [project: string, probes: Probe[]][] = [
  ['renderer', [till, store, devices, shell, tender, mayKnowRules]],
  ['renderer', [node, environment]],
  ['main/domain', [till, store, tender, devices, contract]],
  ['main/domain', [node, environment, timer, network, screen]],
  ['main/store', [till, tender, contract, devices, mayKnowRules]],
  ['main/tender', [till, store, devices, simulators]],
  ['main/fiscal', [till, store, tender, simulators]],
  ['main/report', [till, tender, devices]],
  ['main/training', [till, store, tender, devices]],
  ['main/shell', [till, store, devices, tender]],
  ['native', [till, store, rules, contract]],
  ['preload', [till, store, devices]],
  ['preload', [node, environment, screen]],
];

type Config = { references?: { path: string }[] };

describe('a wrong import does not compile', () => {
  const found = new Map<string, string>();
  let folder = '';

  /** A project like the real one in everything but its files, which are the probes; the working tree stays clean. */
  const compile = async (project: string, probes: Probe[], name: string): Promise<void> => {
    const here = join(folder, name);
    const real = join(root, project, 'tsconfig.json');
    const { references = [] } = JSON.parse(readFileSync(real, 'utf8')) as Config;
    mkdirSync(here);
    probes.forEach(([, source], at) => {
      writeFileSync(
        join(here, `probe-${at}.ts`),
        `${source.replaceAll('@/', `${relative(here, root)}/`)}\nexport {};\n`,
      );
    });
    const config = {
      extends: relative(here, real),
      compilerOptions: { outDir: 'out', tsBuildInfoFile: 'out/probe.tsbuildinfo' },
      include: ['probe-*.ts'],
      references: references.map(({ path }) => ({ path: relative(here, join(root, project, path)) })),
    };
    writeFileSync(join(here, 'tsconfig.json'), JSON.stringify(config));
    const lines = (await outputOf('tsc', ['-p', here, '--pretty', 'false'], here)).split('\n');
    probes.forEach(([what], at) => {
      found.set(`${project} ${what}`, lines.find((line) => line.startsWith(`probe-${at}.ts`)) ?? '');
    });
  };

  beforeAll(async () => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    folder = mkdtempSync(join(root, '.cache', 'borders-'));
    await run(tool('tsc'), ['-b', 'main/domain'], { cwd: root });
    await Promise.all(borders.map(([project, probes], at) => compile(project, probes, String(at))));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const all = borders.flatMap(([project, probes]) => probes.map(([what, , code]) => [project, what, code] as const));
  test.each(all.filter(([, , code]) => code !== null))('%s does not know %s', (project, what, code) => {
    expect(found.get(`${project} ${what}`)).toContain(`error ${code}:`);
  });
  test.each(all.filter(([, , code]) => code === null))('%s knows %s', (project, what) => {
    expect(found.get(`${project} ${what}`)).toBe('');
  });
});

describe('what the compiler cannot say the linter says', () => {
  const electron = `import { app } from 'electron';\nexport const name = app.name;\n`;
  const cases: [string, string, string, string | null][] = [
    ['main/till/probe.ts', 'Electron', electron, 'no-restricted-imports'],
    ['main/store/probe.ts', 'Electron', electron, 'no-restricted-imports'],
    ['main/tender/probe.ts', 'Electron', electron, 'no-restricted-imports'],
    ['main/domain/probe.ts', 'Electron', electron, 'no-restricted-imports'],
    ['main/training/probe.ts', 'Electron', electron, 'no-restricted-imports'],
    ['native/probe.ts', 'Electron', electron, 'no-restricted-imports'],
    ['renderer/probe.ts', 'Electron', electron, 'no-restricted-imports'],
    ['preload/api.ts', 'Electron', electron, 'no-restricted-imports'],
    ['main/shell/probe.ts', 'Electron', electron, null],
    ['preload/index.ts', 'Electron', electron, null],
    [
      'renderer/probe.ts',
      'Node',
      `import { join } from 'node:path';\nexport const path = join('a', 'b');\n`,
      'no-restricted-imports',
    ],
    [
      'renderer/probe.ts',
      'the database',
      `import Database from 'better-sqlite3';\nexport const db = new Database('x');\n`,
      'no-restricted-imports',
    ],
    [
      'main/domain/probe.ts',
      'a package',
      `import { z } from 'zod';\nexport const id = z.string();\n`,
      'no-restricted-imports',
    ],
    [
      'main/domain/probe.ts',
      'its neighbours',
      `import { all } from '../store/statement.ts';\nexport const read = all;\n`,
      'no-restricted-imports',
    ],
    ['main/domain/probe.ts', 'the date', 'export const now = (): number => Date.now();\n', 'no-restricted-globals'],
    [
      'main/domain/probe.ts',
      'a clock',
      'export const now = (): number => performance.now();\n',
      'no-restricted-globals',
    ],
    [
      'main/domain/probe.ts',
      'chance',
      'export const dice = (): number => Math.random();\n',
      'no-restricted-properties',
    ],
    ['main/domain/probe.ts', 'itself', `import { zero } from './money.ts';\nexport const nothing = zero;\n`, null],
    [
      'main/shell/probe.ts',
      'the business',
      `import { openTill } from '../till/till.ts';\nexport const open = openTill;\n`,
      'no-restricted-imports',
    ],
    [
      'main/shell/probe.ts',
      'the rules',
      `import { zero } from '../domain/money.ts';\nexport const nothing = zero;\n`,
      'no-restricted-imports',
    ],
    ['main/till/probe.ts', 'any', 'export const read = (value: any): string => String(value);\n', 'no-explicit-any'],
    [
      'main/till/probe.ts',
      'a bold claim',
      'export const first = (list: string[]): string => list[0]!;\n',
      'no-non-null-assertion',
    ],
    [
      'test/probe.test.ts',
      'a skipped test',
      `import { test } from 'vitest';\ntest.skip('x', () => {});\n`,
      'no-disabled-tests',
    ],
    [
      'test/probe.test.ts',
      'a lonely test',
      `import { test } from 'vitest';\ntest.only('x', () => {});\n`,
      'no-focused-tests',
    ],
    ['main/till/probe.ts', 'a file too long', 'export {};\n'.repeat(251), 'max-lines'],
  ];
  const folder = mkdtempSync(join(tmpdir(), 'kassa-lint-'));
  const fileOf = (path: string, at: number): string => path.replace('probe', `probe-${at}`);
  let report: string[] = [];

  beforeAll(async () => {
    cases.forEach(([path, , source], at) => {
      const file = join(folder, fileOf(path, at));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, source);
    });
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    report = (await outputOf('oxlint', ['--deny-warnings', '--format', 'unix'], folder)).split('\n');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(cases.map(([path, what, , rule], at) => [path, what, rule, at] as const))(
    '%s and %s: %s',
    (path, _what, rule, at) => {
      const said = report.filter((line) => line.includes(fileOf(path, at))).join('\n');
      expect(said).toMatch(rule === null ? /^$/ : rule);
    },
  );
});

describe('the repository', () => {
  const folders = ['main', 'preload', 'renderer', 'native', 'scripts'];
  const sources = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,css}`, { cwd: root }));
  const tests = globSync('test/**/*.{ts,tsx}', { cwd: root });
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');

  test('has no source file over 250 lines', () => {
    const long = sources.filter((path) => read(path).trimEnd().split('\n').length > 250);
    expect(long).toEqual([]);
  });

  test('knows Electron only in the shell and the preload scripts', () => {
    const allowed = /^(main\/shell\/.*|main\/index\.ts|preload\/(index|customer-window)\.ts)$/;
    const imports = /(?:from|import|require\()\s*\(?['"]electron(?:\/\w+)?['"]/;
    expect(
      sources.filter((path) => !path.startsWith('scripts/') && !allowed.test(path) && imports.test(read(path))),
    ).toEqual([]);
  });

  test('skips no test, runs none alone and leaves none to be written', () => {
    const marks =
      /\b(?:test|it|describe)\s*\.\s*(?:skip|only|todo|skipIf|runIf|fails)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/;
    const code = (path: string): string => read(path).replaceAll(/`[^`]*`/g, '');
    expect(tests.filter((path) => marks.test(code(path)))).toEqual([]);
  });

  test('silences the compiler nowhere, and the linter only for one rule with its reason', () => {
    const silenced = /@ts-(?:ignore|nocheck|expect-error)|(?:oxlint|eslint)-disable(?!-next-line [\w/-]+ -- \w)/;
    expect(sources.filter((path) => silenced.test(read(path)))).toEqual([]);
  });
});
