/** Why nothing left; each is a failure of the connection itself, before undici had a socket to write to. */
export type UnsentReason = 'refused' | 'dns' | 'tls' | 'connect-timeout' | 'unreachable' | 'wrong-origin';

/** Why the outcome is unknown. `garbled`: what came back was not HTTP. */
export type LostReason = 'timeout' | 'reset' | 'closed' | 'garbled' | 'body-lost' | 'too-large';

/** Why an answer that did arrive says nothing: another HTTP status than 200, no words, or words that do not fit together. */
export type UnreadableReason = 'http-status' | 'empty' | 'not-json' | 'wrong-shape' | 'wrong-id' | 'contradiction';

const unreadable: ReadonlySet<string> = new Set<UnreadableReason>([
  'http-status',
  'empty',
  'not-json',
  'wrong-shape',
  'wrong-id',
  'contradiction',
]);

/** True when somebody answered, however unreadably; false when the answer itself was lost. */
export function isUnreadable(reason: LostReason | UnreadableReason): reason is UnreadableReason {
  return unreadable.has(reason);
}

const ofTheLine: ReadonlySet<string> = new Set<UnsentReason | LostReason>([
  'refused',
  'dns',
  'tls',
  'connect-timeout',
  'unreachable',
  'timeout',
  'reset',
  'closed',
  'body-lost',
]);

/** True when the line kept an answer back, whatever the other side would have said. */
export function isOfTheLine(reason: string): boolean {
  return ofTheLine.has(reason);
}

const unsent: Readonly<Record<string, UnsentReason>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ETIMEDOUT: 'connect-timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
};

/** The `code` Node and undici put on their errors; some of undici's parser errors have only a name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Names a failed connection. On https, what is neither name, route nor refusal happened in the handshake. */
export function unsentReason(error: unknown, url: string, late: boolean): UnsentReason {
  if (late) return 'connect-timeout';
  return unsent[codeOf(error)] ?? (url.startsWith('https:') ? 'tls' : 'unreachable');
}

/** Names a loss after the connection stood: `late` our deadline passed, `answered` the status line had arrived. */
export function lostReason(error: unknown, progress: { late: boolean; answered: boolean }): LostReason {
  const code = codeOf(error);
  if (progress.late) return 'timeout';
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'too-large';
  if (progress.answered) return 'body-lost';
  if (notHttp(code)) return 'garbled';
  return code === 'ECONNRESET' || code === 'EPIPE' ? 'reset' : 'closed';
}

function notHttp(code: string): boolean {
  return code === 'HTTPParserError' || code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW';
}
