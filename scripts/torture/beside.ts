/** Does `work` with something going on beside it, which ends soon after. */
export async function beside(
  something: (goesOn: () => boolean) => Promise<void>,
  work: () => Promise<unknown>,
): Promise<void> {
  let goesOn = true;
  const going = something(() => goesOn);
  try {
    await work();
  } finally {
    goesOn = false;
    await going;
  }
}
