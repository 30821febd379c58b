/** What shell and till say to each other over the utility process's own port. */
import type { TillLife } from './api.ts';

/** Everything the till needs from outside at its start; secrets come this way and never by argv or environment. */
export type TillStart = {
  type: 'start';
  /** Random per start of the program: a till restarted after a crash keeps the cashier signed in, a new start does not. */
  bootId: string;
  dataDir: string;
  training: boolean;
  provisionFile: string | null;
  /** Provider secrets and the code key, as the shell's safeStorage keeps them; empty at the first start. */
  secrets: Record<string, string>;
  /** False when the system offers no real protection (Linux `basic_text`): the till says so on its strip. */
  secretsProtected: boolean;
};

/** Each window comes with one end of a channel: the register's speaks and is told, the customer's is only told. */
export type ShellToTill = TillStart | { type: 'window' } | { type: 'customer-window' } | { type: 'stop' };

/** Why the till refuses to start, in a closed list; the shell shows a plain-words screen for each. */
export type StartFault =
  | 'data-folder-in-use'
  | 'database-damaged'
  | 'database-newer'
  | 'database-foreign'
  | 'disk-full'
  | 'provision-refused'
  | 'internal';

export type TillToShell =
  | { type: 'ready' }
  | { type: 'refused'; fault: StartFault; details: string[] }
  | { type: 'keep-secrets'; secrets: Record<string, string> }
  | { type: 'restart-in-training' }
  | { type: 'stopped' };

export type { TillLife };
