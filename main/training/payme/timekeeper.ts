import type { Wallet } from '../wallet/wallet.ts';

/**
 * Sees to it that what is to come in `wallet` happens at its time even when nobody asks. The function it gives is called
 * after everything that may have planned something; each moment (ms) has one timer only.
 */
export function timekeeper(wallet: Wallet, now: () => number, wait: (ms: number) => Promise<unknown>): () => void {
  let kept: number | undefined;
  const keepTime = (): void => {
    const next = wallet.next();
    if (next === undefined || next === kept) return;
    kept = next;
    void wait(Math.max(0, next - now())).then(() => {
      wallet.settle();
      keepTime();
    });
  };
  return keepTime;
}
