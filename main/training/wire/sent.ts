/** What leaves a simulator for one request. */
export type Sent =
  | { kind: 'text'; status: number; type: string; text: string }
  | { kind: 'nothing' }
  | { kind: 'cut'; text: string; afterBytes: number }
  | { kind: 'slow'; text: string; chunkBytes: number; gapMs: number };

/** `text` as a JSON answer with HTTP status 200, which both providers keep even for an error. */
export function json(text: string): Sent {
  return { kind: 'text', status: 200, type: 'application/json', text };
}

/** The error page of a web server in front of the provider. */
export function html(status: number): Sent {
  return { kind: 'text', status, type: 'text/html', text: `<html><body><h1>${status}</h1></body></html>` };
}
