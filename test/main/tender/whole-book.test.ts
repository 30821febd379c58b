import { describe, expect, test } from 'vitest';
import { wholeBook } from '../../../main/tender/whole-book.ts';
import type { Unread } from '../../../main/tender/whole-book.ts';

type Answer = { kind: 'page'; rows: number[]; more: boolean } | Unread;

/** Reads a book that answers with `answers` in turn; `offsets` is what it was asked for. */
async function read(answers: Answer[], mostPages = 9) {
  const offsets: number[] = [];
  const page = async (offset: number): Promise<Answer> => {
    offsets.push(offset);
    return answers.shift() ?? { kind: 'page', rows: [], more: true };
  };
  return { book: await wholeBook(page, mostPages), offsets };
}

const page = (rows: number[], more: boolean): Answer => ({ kind: 'page', rows, more });

describe('a book', () => {
  test('is read page by page to its end', async () => {
    expect(await read([page([1, 2], true), page([3], false)])).toEqual({
      book: { kind: 'read', rows: [1, 2, 3] },
      offsets: [0, 2],
    });
  });

  test('ends with a page that holds nothing, whatever it says of another', async () => {
    expect((await read([page([1], true), page([], true)])).book).toEqual({ kind: 'read', rows: [1] });
  });

  test('that breaks off in the middle was not read', async () => {
    const lost: Answer = { kind: 'unreachable', reason: 'reset' };
    expect((await read([page([1], true), lost])).book).toEqual(lost);
  });

  test('that does not end is put down', async () => {
    expect(await read([page([1], true), page([2], true), page([3], true)], 2)).toEqual({
      book: { kind: 'unclear', reason: 'book-too-long', message: '' },
      offsets: [0, 1],
    });
  });
});
