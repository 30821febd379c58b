import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { isTenderKind, keyMap } from '../state/keys.ts';
import type { Action, KeyContext, KeySpec } from '../state/keys.ts';
import type { Handlers } from '../state/use-keys.ts';
import { cx } from './cx.ts';
import styles from './key-strip.module.css';

/** The step that ends what the cashier is doing stands out and is wider: Enter does it, or it is *pay*. */
const isNext = ({ codes, action }: KeySpec): boolean => codes.includes('Enter') || action === 'pay';

/** The word on a key. */
export function captionOf(t: TFunction, action: Action): string {
  const kind = action.replace(/^tender-/, '');
  if (isTenderKind(kind)) return t(`tenders.${kind}`);
  return action.startsWith('tender-') ? t('keys.tender') : t(`keys.${action as Exclude<Action, `tender-${string}`>}`);
}

/** The function keys of the place the cashier is in, in the order of the keyboard, all of them pressable. */
export function KeyStrip({ context, handlers }: { context: KeyContext; handlers: Handlers }) {
  const { t } = useTranslation();
  const keys = keyMap[context].filter((key) => key.strip && shown(key, handlers));
  return (
    <nav className={styles.strip} aria-label={t('keys.strip')}>
      {keys.map((key) => (
        <StripKey key={key.action} spec={key} onPress={handlers[key.action]} caption={captionOf(t, key.action)} />
      ))}
    </nav>
  );
}

/** What not every shop has: a tender that is set up, a provider that can be asked, goods that may leave early. */
const notEverywhere = (action: Action): boolean =>
  action.startsWith('tender-') || action === 'checkNow' || action === 'release';

/** What this shop does not have has no key; any other resting key keeps its place. */
function shown({ action }: KeySpec, handlers: Handlers): boolean {
  return !notEverywhere(action) || handlers[action] !== undefined;
}

function StripKey({ spec, caption, onPress }: { spec: KeySpec; caption: string; onPress: (() => void) | undefined }) {
  const next = isNext(spec);
  return (
    <AriaButton
      className={cx(styles.key, next && styles.next)}
      onPress={() => onPress?.()}
      isDisabled={onPress === undefined}
      data-testid={spec.action === 'pay' ? 'pay' : `key-${spec.action}`}
    >
      <kbd className={styles.cap}>{spec.cap}</kbd>
      <span className={styles.caption}>{caption}</span>
    </AriaButton>
  );
}
