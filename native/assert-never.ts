/** Closes a switch over a closed union; devices keep their own copy because native imports nothing of ours. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
