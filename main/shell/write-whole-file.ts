import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a file so that after a power cut there is the old one or the new one, never half of it.
 * Readable by its owner only. Throws what the disk says (full, read-only); the old file then stands as it was.
 */
export const writeWholeFile = (file: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.new`;
  try {
    writeAndSync(draft, bytes);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(dirname(file));
};

const writeAndSync = (file: string, bytes: Uint8Array): void => {
  rmSync(file, { force: true });
  const handle = openSync(file, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** The rename itself lasts only once its folder is on the disk; Windows has no such call and needs none. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
