import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../native/printer/job.ts';
import { layout, type Line } from '../../../native/printer/layout.ts';

const texts = (blocks: Block[], columns = 16): string[] =>
  layout(blocks, columns).map((line) => (line.kind === 'text' ? line.text : line.kind));

describe('lines of a receipt', () => {
  test('name and price stand at the two edges', () => {
    expect(texts([{ kind: 'pair', left: 'Non', right: '4 000' }])).toEqual(['Non        4 000']);
  });

  test('a long name wraps and the price stands on its last line', () => {
    expect(texts([{ kind: 'pair', left: 'Qaymoq yogʻli uy 20%', right: '9 000' }])).toEqual([
      'Qaymoq yogʻli uy',
      '20%        9 000',
    ]);
  });

  test('a price that no longer fits beside the name gets its own line', () => {
    expect(texts([{ kind: 'pair', left: 'Choy qora 100 g', right: '9 000' }])).toEqual([
      'Choy qora 100 g',
      '           9 000',
    ]);
  });

  test('an amount is never torn at its hard spaces', () => {
    expect(texts([{ kind: 'text', text: 'jami: 1\u00a0000\u00a0000 soʻm' }])).toEqual(['jami: 1 000 000', 'soʻm']);
  });

  test('a word longer than the paper is broken', () => {
    expect(texts([{ kind: 'text', text: 'abcdefghijklmnopqrstuvwxyz' }])).toEqual(['abcdefghijklmnop', 'qrstuvwxyz']);
  });

  test('large letters take two cells', () => {
    expect(texts([{ kind: 'text', text: 'JAMI', size: 'large', align: 'right' }])).toEqual(['    JAMI']);
  });

  test('text is centred', () => {
    expect(texts([{ kind: 'text', text: 'Rahmat', align: 'center' }])).toEqual(['     Rahmat']);
  });

  test('an indent stays and an empty line is a line', () => {
    expect(texts([{ kind: 'text', text: '  2 x 500\n\nok' }])).toEqual(['  2 x 500', '', 'ok']);
  });

  test('a name cannot carry commands to the printer', () => {
    expect(texts([{ kind: 'text', text: 'Non\u001bp\u0000\u0010\u0014\t!' }])).toEqual(['Nonp !']);
  });
});

describe('whatever is printed', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abc ҚқЎўʻ1234567890 \u00a0,.-%\n') });
  const size = fc.constantFrom('normal' as const, 'large' as const);
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text, size, align: fc.constantFrom('left', 'center', 'right') }),
    fc.record({ kind: fc.constant('pair' as const), left: text, right: text, size }),
  );
  const columns = fc.integer({ min: 16, max: 48 });
  const ink = (value: string): string => value.replaceAll(/[\s\u00a0]/g, '');
  const width = (line: Line): number =>
    line.kind === 'text' ? Array.from(line.text).length * (line.size === 'large' ? 2 : 1) : 0;

  test('no line is wider than the paper', () => {
    fc.assert(
      fc.property(fc.array(block), columns, (blocks, wide) => {
        expect(Math.max(0, ...layout(blocks, wide).map(width))).toBeLessThanOrEqual(wide);
      }),
    );
  });

  test('no character is lost and none changes its place', () => {
    fc.assert(
      fc.property(block, columns, (one, wide) => {
        const given = one.kind === 'text' ? one.text : one.kind === 'pair' ? one.left + one.right : '';
        expect(ink(texts([one], wide).join(''))).toBe(ink(given));
      }),
    );
  });
});
