import log from 'electron-log/node';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { redact } from './redact.ts';

/** Writes one line; anything that is not text is spelled out first. */
export type Log = (...what: unknown[]) => void;

export type LogLimits = { bytes: number; files: number };

const limits: LogLimits = { bytes: 1024 * 1024, files: 5 };

/**
 * Opens `<folder>/<name>.log`: redacted, at most five files of one megabyte, readable by their owner only.
 * A full disk makes lines vanish and stops nothing.
 */
export const openLog = (folder: string, name: string, limit: LogLimits = limits): Log => {
  mkdirSync(folder, { recursive: true });
  const logger = log.create({ logId: name });
  const { file, console: terminal } = logger.transports;
  terminal.level = false;
  file.resolvePathFn = () => join(folder, `${name}.log`);
  file.maxSize = limit.bytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.archiveLogFn = () => rotate(folder, name, limit.files);
  return (...what) => logger.info(what.map(spell).join(' '));
};

const spell = (what: unknown): string =>
  redact(typeof what === 'string' ? what : inspect(what, { breakLength: Infinity }));

/** shell.log -> shell.1.log -> shell.2.log ...; the oldest is overwritten. */
const rotate = (folder: string, name: string, files: number): void => {
  const at = (age: number): string => join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`);
  for (let age = files - 2; age >= 0; age -= 1) {
    if (existsSync(at(age))) renameSync(at(age), at(age + 1));
  }
};
