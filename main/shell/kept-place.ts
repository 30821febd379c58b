import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Place } from './customer-place.ts';
import type { Log } from './log.ts';
import { writeWholeFile } from './write-whole-file.ts';

const px = z.number().int();
const schema = z.object({ id: px, bounds: z.object({ x: px, y: px, width: px, height: px }) });

/** The display remembered in a file; null when there is none, or none that can be understood. */
export const readKeptPlace = (file: string): Place | null => {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
};

/** Remembers the display; a disk that refuses costs a choice at the next start and nothing else. */
export const writeKeptPlace = (file: string, { id, bounds }: Place, log: Log): void => {
  const { x, y, width, height } = bounds;
  try {
    writeWholeFile(file, Buffer.from(JSON.stringify({ id, bounds: { x, y, width, height } })));
  } catch (error) {
    log('the display of the customer’s screen is not remembered:', error);
  }
};
