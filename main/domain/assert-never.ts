/** Closes a switch over a closed union: a new member stops the compiler here before it can surprise a cashier. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
