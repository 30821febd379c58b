import { expect, test } from 'vitest';
import { journalLines } from '../../../main/report/journal.ts';
import { openBench } from '../till/refund/bench.ts';
import { fakeProvider } from '../till/refund/fake-provider.ts';

const attempts = (tender: Parameters<typeof openBench>[1]): unknown =>
  [...journalLines(openBench(fakeProvider(), tender).db)].filter(({ type }) => type === 'attempt');

test('the journal says what a payment took in another currency, beside the sum of the sale', () => {
  const charged = { amount: 1001, currency: 'JPY' };
  expect(attempts([{ kind: 'smartpay', amount: 3_950_000, charged }])).toMatchObject([{ amount: 3_950_000, charged }]);
});

test('the journal says nothing of other currencies where there was none', () => {
  expect(attempts([{ kind: 'flitt', amount: 3_950_000 }])).not.toMatchObject([{ charged: expect.anything() }]);
});
