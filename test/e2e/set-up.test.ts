import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram, hearProgram } from './program.ts';
import { closeNotice, signIn, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { bread, goods, header, makeFolder, openStreet, tea } from './street.ts';

/** The person at the register picks this file in the system's dialogue. */
async function willChoose({ app }: Register, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

const places = (register: Register): Promise<(string | null)[]> =>
  register.id('fault').evaluateAll((faults) => faults.map((fault) => fault.getAttribute('data-where')));

const wrongPlaces = ['shop.tin', 'printer.columns', 'colour'];
const spoil = (provision: Record<string, unknown>): void => {
  provision['shop'] = { ...(provision['shop'] as object), tin: '12' };
  provision['printer'] = { ...(provision['printer'] as object), columns: 'many' };
  provision['colour'] = 'green';
};

test('a wrong provision file is named on the terminal, fault by fault', async () => {
  const { dataDir, provisionFile } = await openStreet({ change: spoil });
  const args = [`--user-data-dir=${dataDir}`, `--provision=${provisionFile}`, '--no-kiosk'];
  const said = await hearProgram(args, 'colour');
  for (const place of wrongPlaces) expect(said).toContain(place);
});

test('a wrong provision file is refused with every fault named, and nothing is changed', async () => {
  const street = await openStreet({ change: spoil });
  const register = await startRegister(street);
  await register.shows('message', 'code', 'provision-refused');
  const shown = await register.id('message').innerText();
  for (const place of wrongPlaces) expect(shown).toContain(place);
  expect(await closeNotice(register)).toBe(4);
  const first = await startRegister(street, ['--no-kiosk']);
  await first.id('start-training').waitFor();
});

test('a file mended while the refusal is on the screen is taken with one press', async () => {
  const street = await openStreet();
  const right = readFileSync(street.provisionFile, 'utf8');
  writeFileSync(street.provisionFile, '{ "version": 1, ');
  const register = await startRegister(street);
  await register.shows('message', 'code', 'provision-refused');
  expect(await register.id('message').innerText()).toContain('not-json');
  writeFileSync(street.provisionFile, right);
  await register.id('try-again').click();
  await signIn(register);
  await register.id('open-shift').waitFor();
});

test('a first start offers training and setting up, and takes a good file', async () => {
  const street = await openStreet();
  const register = await startRegister(street, ['--no-kiosk']);
  await register.id('start-training').waitFor();
  await willChoose(register, street.provisionFile);
  await register.id('set-up').click();
  await signIn(register);
  await register.id('open-shift').waitFor();
  expect(existsSync(join(street.dataDir, 'training'))).toBe(false);
});

const badRows = [
  header,
  `${bread};Non;400000;dona;12;01905001001000000;1500001;;0;0;Non;;`,
  `${tea};Choy;a lot;dona;12;00902001001000000;1500002;;0;0;Choy;;`,
  `${bread};Non again;500000;dona;12;01905001001000000;1500001;;0;0;Non;;`,
  'short;row',
].join('\n');

test('a goods list with bad rows is refused by line, and nothing goes in', async () => {
  const street = await openStreet();
  writeFileSync(join(street.dir, 'goods.csv'), badRows);
  const register = await startRegister(street, ['--no-kiosk']);
  await willChoose(register, street.provisionFile);
  await register.id('set-up').click();
  await register.shows('message', 'code', 'provision-refused');
  expect((await places(register)).toSorted()).toEqual(['goods.csv:3', 'goods.csv:4', 'goods.csv:5']);
  writeFileSync(join(street.dir, 'goods.csv'), goods);
  await register.id('set-up-again').click();
  await signIn(register);
  await register.id('open-shift').waitFor();
});

test('whoever chooses so gets the good rows, and is told by line which were left out', async () => {
  const street = await openStreet();
  writeFileSync(join(street.dir, 'goods.csv'), badRows);
  const register = await startRegister(street, ['--no-kiosk']);
  await willChoose(register, street.provisionFile);
  await register.id('bad-rows-skip').click();
  await register.id('set-up').click();
  await register.id('fault').first().waitFor();
  expect((await places(register)).toSorted()).toEqual(['goods.csv:3', 'goods.csv:4', 'goods.csv:5']);
  await register.press('Escape');
  await signIn(register);
  await register.id('open-shift').click();
  await register.id('pay').waitFor();
  await street.scanner.scan(bread);
  await register.shows('cart-line', 'total', '400000');
  await street.scanner.scan(tea);
  await register.shows('message', 'code', 'code-unknown');
});

test('a switch without its path ends the program with code 2 and says which', async () => {
  expect(await runProgram([`--user-data-dir=${makeFolder()}`, '--provision='])).toEqual({
    code: 2,
    said: ['--provision needs a path: --provision=PATH'],
  });
});
