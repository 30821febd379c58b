import { useEffect } from 'react';
import { Checkout } from './checkout.tsx';
import { Frame } from './frame.tsx';
import { Idle } from './idle.tsx';
import { Lines } from './lines.tsx';
import { Paid } from './paid.tsx';
import { Panel } from './panel.tsx';
import styles from './customer.module.css';
import { useShown } from './state.ts';
import type { Shown } from './state.ts';
import { customerWords } from './words/index.ts';

/** The customer's screen: one step of the sale at a time, in the shop's language. */
export function CustomerScreen() {
  const { shown, language } = useShown();
  useEffect(() => void (document.documentElement.lang = language), [language]);
  if (!shown) return <Idle view={null} words={customerWords[language]} />;
  return (
    <Frame view={shown.view} words={customerWords[language]}>
      <Step shown={shown} />
    </Frame>
  );
}

function Step({ shown }: { shown: Shown }) {
  const { view } = shown;
  const words = customerWords[view.language];
  switch (view.step) {
    case 'closed':
    case 'idle':
      return <Idle view={view} words={words} />;
    case 'paid':
      return <Paid view={view} words={words} />;
    case 'checkout':
      return view.checkout ? <Checkout shown={shown} checkout={view.checkout} words={words} /> : null;
    default:
      return (
        <main className={styles.sale}>
          <Lines view={view} words={words} />
          <Panel view={view} words={words} />
        </main>
      );
  }
}
