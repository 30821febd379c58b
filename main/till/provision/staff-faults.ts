import type { Fault } from './faults.ts';
import { valueAt } from './json-path.ts';

/** What a list of people as a whole can get wrong: names or PINs used twice, nobody who may manage. PINs are never named. */
export function staffFaults(raw: unknown): Fault[] {
  const staff = valueAt(raw, ['staff']);
  if (!Array.isArray(staff) || staff.length === 0) return [];
  const manager = staff.some((_, at) => valueAt(staff, [at, 'role']) === 'manager');
  return [
    ...repeated(staff, 'name', 'duplicate-name'),
    ...repeated(staff, 'pin', 'duplicate-pin'),
    ...(manager ? [] : [{ where: 'staff', code: 'no-manager' as const, facts: {} }]),
  ];
}

function repeated(staff: readonly unknown[], key: 'name' | 'pin', code: 'duplicate-name' | 'duplicate-pin'): Fault[] {
  const firstAt = new Map<string, number>();
  const faults: Fault[] = [];
  for (const at of staff.keys()) {
    const value = valueAt(staff, [at, key]);
    if (typeof value !== 'string') continue;
    const same = value.trim().toLowerCase();
    const first = firstAt.get(same);
    if (first === undefined) firstAt.set(same, at);
    else faults.push({ where: `staff[${at}].${key}`, code, facts: { sameAs: `staff[${first}].${key}` } });
  }
  return faults;
}
