import { describe, expect, it } from 'vitest';
import { faultsOn, switched } from '../../../../renderer/screens/training/faults.ts';

const calm = { network: 'up', nextPayment: 'none' } as const;

describe('the lesson about faults', () => {
  it('names what is switched on, and nothing else', () => {
    expect([faultsOn(calm), faultsOn({ network: 'down', nextPayment: 'charged-late' })]).toEqual([
      [],
      ['network', 'late'],
    ]);
  });

  it('cuts the network with one press and mends it with the next', () => {
    expect([switched('network', calm), switched('network', { ...calm, network: 'down' })]).toEqual([
      { network: 'down' },
      { network: 'up' },
    ]);
  });

  it('chooses what the next payment meets, and takes the choice back', () => {
    expect([switched('lost', calm), switched('lost', { ...calm, nextPayment: 'answer-lost' })]).toEqual([
      { nextPayment: 'answer-lost' },
      { nextPayment: 'none' },
    ]);
  });

  it('puts one fault of the next payment in the place of another', () => {
    expect(switched('declined', { ...calm, nextPayment: 'answer-lost' })).toEqual({ nextPayment: 'declined' });
  });
});
