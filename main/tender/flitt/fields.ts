import { z } from 'zod';

/** What Flitt said, by name, each value as the text it came as: signatures are made of that text and of nothing else. */
export type Fields = ReadonlyMap<string, string>;

export type ReadFields =
  | { ok: true; fields: Fields }
  | { ok: false; reason: 'not-utf8' | 'empty' | 'not-json' | 'wrong-shape' };

/** An absent value and null are the same to a signature; a list or an object is nothing Flitt documents. */
const flat = z.record(z.string(), z.union([z.string(), z.boolean().transform(String), z.null()]));

const wrapped = z.object({ response: z.looseObject({}) }).transform(({ response }) => response);

/**
 * The fields of a JSON object, or of the object under its `response` (answers are wrapped, callbacks are not). Numbers keep the
 * digits they were written with: 1.0 is not 1 to a signature.
 */
export function jsonFields(text: string): ReadFields {
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  const json = parseLiterally(text);
  if (json === undefined) return { ok: false, reason: 'not-json' };
  const read = flat.safeParse(wrapped.safeParse(json).data ?? json);
  if (!read.success) return { ok: false, reason: 'wrong-shape' };
  const said = Object.entries(read.data).filter((field): field is [string, string] => field[1] !== null);
  return { ok: true, fields: new Map(said) };
}

const source = z.object({ source: z.string() });

/** JSON with every number as the text it was written as; undefined when it is no JSON, or too deep to be an answer. */
function parseLiterally(text: string): unknown {
  const literal = (_name: string, value: unknown, ...[context]: unknown[]): unknown =>
    typeof value === 'number' ? source.safeParse(context).data?.source : value;
  try {
    return JSON.parse(text, literal);
  } catch {
    return undefined;
  }
}

/** The fields of an HTML form; one that says a name twice says nothing. */
function formFields(text: string): ReadFields {
  const said = [...new URLSearchParams(text)];
  const fields = new Map(said);
  if (said.length === 0) return { ok: false, reason: 'empty' };
  return fields.size === said.length ? { ok: true, fields } : { ok: false, reason: 'wrong-shape' };
}

/** A body as bytes: a form when `contentType` says so, JSON otherwise, whatever it is called. */
export function bodyFields(body: Uint8Array, contentType: string): ReadFields {
  const text = utf8(body);
  if (text === undefined) return { ok: false, reason: 'not-utf8' };
  return /x-www-form-urlencoded/i.test(contentType) ? formFields(text) : jsonFields(text);
}

function utf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}
