import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { captionOf } from '../../components/key-strip.tsx';
import { keyMap } from '../../state/keys.ts';
import type { KeyContext, KeySpec } from '../../state/keys.ts';
import { useTill } from '../../state/till.ts';
import { explain, openDialog, useWindow } from '../../state/window.ts';
import { Callers } from './callers.tsx';
import { Codes } from './codes.tsx';
import { Program } from './program.tsx';
import styles from './help.module.css';

const titles = {
  keys: 'help.title',
  codes: 'unsettled.codeHelp.title',
  program: 'program.title',
  callers: 'callers.title',
} as const;

/** F1: the card of keys and sounds, drawn from the key map itself so that it cannot lie, and what every code means. */
export function Help() {
  const open = useWindow((state) => state.dialog === 'help');
  return open ? <OpenHelp /> : null;
}

/** Opens on the keys, or on the code somebody came with, wherever it was left last time. */
function OpenHelp() {
  const { t } = useTranslation();
  const code = useWindow((state) => state.helpCode);
  const manager = useTill((state) => state.view?.signedIn?.role === 'manager');
  const [page, setPage] = useState<'program' | 'callers' | null>(null);
  const shown = page ?? (code === null ? 'keys' : 'codes');
  const show = (next: string) => {
    setPage(next === 'program' || next === 'callers' ? next : null);
    if (next === 'codes') explain('');
    else openDialog('help');
  };
  return (
    <Dialog title={t(titles[shown])} size="large" onClose={() => openDialog(null)}>
      <Choice label={t('keys.help')} quiet value={shown} onChange={show} testId="help">
        {[
          { id: 'keys', name: t('unsettled.codeHelp.keys') },
          { id: 'codes', name: t('unsettled.codeHelp.codes') },
          { id: 'program', name: t('program.title') },
          ...(manager ? [{ id: 'callers', name: t('callers.title') }] : []),
        ]}
      </Choice>
      {shown === 'program' ? <Program /> : null}
      {shown === 'callers' ? <Callers /> : null}
      {shown === 'keys' ? <KeyCard /> : null}
      {shown === 'codes' ? <Codes key={code} asked={code ?? ''} /> : null}
    </Dialog>
  );
}

function KeyCard() {
  const { t } = useTranslation();
  return (
    <div className={styles.card} tabIndex={0} role="group" aria-label={t('help.title')} data-testid="help">
      <div className={styles.columns}>
        <Keys
          title={t('help.selling')}
          context="sale"
          extra={[t('help.codeEnter'), t('help.multiply'), t('help.escape')]}
        />
        <Keys title={t('help.paying')} context="choose" extra={[t('help.cashExact'), t('help.cashGiven')]} />
        <Keys title={t('help.wallet')} context="asked" />
        <Keys title={t('checkout.stands')} context="checkout" />
        <Keys title={t('help.done')} context="done" />
        <Sounds />
      </div>
    </div>
  );
}

const wanted = (spec: KeySpec): boolean => !['enter', 'exact'].includes(spec.action) && spec.cap !== '';

/** One row for each action, with every key that does it. */
function rowsOf(t: TFunction, context: KeyContext): [caption: string, caps: string[]][] {
  const rows = new Map<string, string[]>();
  for (const spec of keyMap[context].filter(wanted)) {
    const caption = captionOf(t, spec.action);
    rows.set(caption, [...new Set([...(rows.get(caption) ?? []), spec.cap])]);
  }
  return [...rows];
}

function Keys({ title, context, extra = [] }: { title: string; context: KeyContext; extra?: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.keys}>
        {rowsOf(t, context).map(([caption, caps]) => (
          <div key={caption} className={styles.row}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap} className={styles.cap}>
                  {cap}
                </kbd>
              ))}
            </dt>
            <dd>{caption}</dd>
          </div>
        ))}
      </dl>
      {extra.map((line) => (
        <p key={line} className={styles.extra}>
          {line}
        </p>
      ))}
    </section>
  );
}

function Sounds() {
  const { t } = useTranslation();
  const kinds = ['accepted', 'walletSound', 'refused', 'attention', 'paidSound', 'doubtSound', 'trouble'] as const;
  return (
    <section className={styles.together}>
      <h3 className={styles.title}>{t('help.sounds')}</h3>
      {kinds.map((kind) => (
        <p key={kind} className={styles.extra}>
          {t(`help.${kind}`)}
        </p>
      ))}
    </section>
  );
}
