import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { isTenderKind, keyMap } from '../state/keys.ts';
import type { Action, KeyContext, KeySpec } from '../state/keys.ts';
import type { Handlers } from '../state/use-keys.ts';
import { useLatest } from '../state/use-latest.ts';
import { cx } from './cx.ts';
import styles from './key-strip.module.css';

/** The step that ends what the cashier is doing stands out and is wider: Enter does it, or it is *pay*. */
const isNext = ({ codes, action }: KeySpec): boolean => codes.includes('Enter') || action === 'pay';

/** The word on a key. */
export function captionOf(t: TFunction, action: Action): string {
  const kind = action.replace(/^tender-/, '');
  if (kind === 'payme-link') return t('tenders.linkShort');
  if (isTenderKind(kind)) return t(`tenders.${kind}`);
  return action.startsWith('tender-') ? t('keys.tender') : t(`keys.${action as Exclude<Action, `tender-${string}`>}`);
}

/** The function keys of the place the cashier is in, in the order of the keyboard, all of them pressable. */
export function KeyStrip({ context, handlers }: { context: KeyContext; handlers: Handlers }) {
  const { t } = useTranslation();
  const press = useLatest((action: Action) => handlers[action]?.());
  const keys = keyMap[context].filter((key) => key.strip && shown(key, handlers));
  return (
    <nav className={styles.strip} aria-label={t('keys.strip')}>
      {keys.map((key) => (
        <StripKey
          key={key.action}
          spec={key}
          caption={captionOf(t, key.action)}
          rests={handlers[key.action] === undefined}
          onPress={press}
        />
      ))}
    </nav>
  );
}

/** What not every shop has: a tender that is set up, a provider that can be asked, goods that may leave early. */
const notEverywhere = (action: Action): boolean =>
  action.startsWith('tender-') || action === 'checkNow' || action === 'release' || action === 'history';

/**
 * What this shop does not have has no key; any other resting key keeps its place. Past sales are looked at while nobody is
 * served, when there is nothing to put aside: the two share one place.
 */
function shown({ action }: KeySpec, handlers: Handlers): boolean {
  if (action === 'park' && handlers.history) return false;
  return !notEverywhere(action) || handlers[action] !== undefined;
}

type KeyProps = { spec: KeySpec; caption: string; rests: boolean; onPress: (action: Action) => void };

/** Drawn again only when its word or its rest changes: ten buttons for every view were most of a view's cost. */
const StripKey = memo(function StripKey({ spec, caption, rests, onPress }: KeyProps) {
  const next = isNext(spec);
  return (
    <AriaButton
      className={cx(styles.key, next && styles.next)}
      onPress={() => onPress(spec.action)}
      isDisabled={rests}
      data-testid={spec.action === 'pay' ? 'pay' : `key-${spec.action}`}
    >
      <kbd className={styles.cap}>{spec.cap}</kbd>
      <span className={styles.caption}>{caption}</span>
    </AriaButton>
  );
});
