type Change = (name: string, value: unknown) => unknown;

/** The answer with one yen more in every amount. */
export const wrongAmount = (value: unknown): unknown =>
  changed(value, (name, field) => (name === 'amount' && typeof field === 'number' ? field + 1 : field));

/** The answer in dollars. */
export const wrongCurrency = (value: unknown): unknown =>
  changed(value, (name, field) => (name === 'currency' ? 'USD' : field));

/** The answer about an order that never was. */
export const otherOrder = (value: unknown): unknown =>
  changed(value, (_name, field) =>
    typeof field === 'string' && /^order_(test|live)_/.test(field) ? `${field.slice(0, 11)}${'9'.repeat(22)}` : field,
  );

/** The answer of the other mode: every id, and the word about testing. */
export const otherMode = (value: unknown): unknown =>
  changed(value, (name, field) => {
    if (name === 'test' && typeof field === 'boolean') return !field;
    return typeof field === 'string' ? field.replace(/_(test|live)_/, (mode) => swapped[mode] ?? mode) : field;
  });

const swapped: Readonly<Record<string, string>> = { _test_: '_live_', _live_: '_test_' };

/** The answer with numbers as text. */
export const wrongTypes = (value: unknown): unknown =>
  changed(value, (_name, field) => (typeof field === 'number' ? String(field) : field));

/** `value` with `change` at every leaf, under the name it stands by; the parts of a list stand under that of the list. */
function changed(value: unknown, change: Change, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => changed(one, change, name));
  if (typeof value !== 'object' || value === null) return change(name, value);
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, changed(inner, change, field)]));
}
