import { describe, expect, test } from 'vitest';
import { customerPlace, keptPlace } from '../../../main/shell/customer-place.ts';
import type { Place } from '../../../main/shell/customer-place.ts';

const at = (id: number, x: number, y = 0, width = 1920, height = 1080): Place => ({
  id,
  bounds: { x, y, width, height },
});

const primary = at(1, 0);
const right = at(2, 1920);
const left = at(3, -1024, 0, 1024, 768);

const of = (...all: Place[]) => ({ all, primaryId: 1, registerId: 1 });

describe('the customer’s screen', () => {
  test('is nowhere while there is one display', () => {
    expect(customerPlace(of(primary), null)).toBeNull();
  });

  test('is on the other display', () => {
    expect(customerPlace(of(primary, right), null)).toEqual(right);
  });

  test('is never on the primary display, even if it was there once', () => {
    expect(customerPlace(of(primary), primary)).toBeNull();
  });

  test('is nowhere when the other display repeats the register', () => {
    expect(customerPlace(of(primary, at(2, 0)), null)).toBeNull();
    expect(customerPlace(of(primary, at(2, 0, 0, 1280, 720)), null)).toBeNull();
  });

  test('never covers the register where somebody moved it', () => {
    expect(customerPlace({ all: [primary, right], primaryId: 1, registerId: 2 }, right)).toBeNull();
    expect(customerPlace({ all: [primary, left, right], primaryId: 1, registerId: 2 }, right)).toEqual(left);
  });

  test('of two comes back to the one it had', () => {
    expect(customerPlace(of(primary, left, right), right)).toEqual(right);
  });

  test('is known again by its place when the system gave it a new number', () => {
    expect(customerPlace(of(primary, left, at(77, 1920)), right)).toEqual(at(77, 1920));
  });

  test('is known again by its number when it was given another size', () => {
    const smaller = at(2, 1920, 0, 1280, 720);
    expect(customerPlace(of(primary, left, smaller), right)).toEqual(smaller);
  });

  test('takes the leftmost when nothing is remembered', () => {
    expect(customerPlace(of(primary, right, left), null)).toEqual(left);
  });
});

describe('the display that is remembered', () => {
  test('is the first one used', () => {
    expect(keptPlace(right, null)).toEqual(right);
  });

  test('is not forgotten while another stands in for it', () => {
    expect(keptPlace(left, right)).toEqual(right);
    expect(keptPlace(null, right)).toEqual(right);
  });

  test('is remembered with its new size or number', () => {
    expect(keptPlace(at(2, 1920, 0, 1280, 720), right)).toEqual(at(2, 1920, 0, 1280, 720));
    expect(keptPlace(at(77, 1920), right)).toEqual(at(77, 1920));
  });
});
