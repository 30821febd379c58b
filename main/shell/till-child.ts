import { utilityProcess } from 'electron';
import type { MessagePortMain } from 'electron';
import { createInterface } from 'node:readline';
import type { TillChild, TillEvents } from './till-world.ts';

/** Starts the till's file as a utility process of its own; what it prints goes to `line`, one line at a time. */
export const forkTill = (
  file: string,
  line: (text: string) => void,
  events: TillEvents,
): TillChild<MessagePortMain> => {
  const child = utilityProcess.fork(file, [], { serviceName: 'kassa-till', stdio: 'pipe' });
  child.on('spawn', () => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', line);
    }
    events.spawned();
  });
  child.on('message', (data: unknown) => events.said(data));
  // V8's own last words, before the exit; unheard they would end the shell as well.
  child.on('error', (type, location) => line(`${type} in ${location}`));
  child.on('exit', (code: number | null) => events.exited(code));
  return {
    post: (message, port) => child.postMessage(message, port === undefined ? [] : [port]),
    kill: () => void child.kill(),
  };
};
