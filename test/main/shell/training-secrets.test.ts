import { describe, expect, test } from 'vitest';
import { secretsFor, secretsFrom } from '../../../main/shell/training-secrets.ts';

const kept = { codeKey: 'k', 'paymeGo.key': 'real', ...secretsFrom(true, { 'paymeGo.key': 'pretended' }) };

describe('the secrets of training', () => {
  test('hold no key that moves real money', () => {
    expect(secretsFor(true, kept)).toEqual({ codeKey: 'k', 'paymeGo.key': 'pretended' });
  });

  test('never replace those of the shop', () => {
    expect(secretsFor(false, kept)).toEqual({ codeKey: 'k', 'paymeGo.key': 'real' });
  });

  test('cannot be written by a till that is not in training', () => {
    expect(secretsFrom(false, { a: '1', 'training.a': '2' })).toEqual({ a: '1' });
  });
});
