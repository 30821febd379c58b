import { useTranslation } from 'react-i18next';
import type { StripView, TillView } from '../../preload/api.ts';
import { formatTime } from '../i18n/format.ts';
import { useNow } from '../state/use-now.ts';
import { LanguageMenu } from './language-menu.tsx';
import { Pill } from './pill.tsx';
import { Heaps } from './strip-heaps.tsx';
import styles from './status-strip.module.css';

/** Who sells where, how the line is, and every heap of unfinished business: always there, never scrolled away. */
export function StatusStrip({ view }: { view: TillView | null }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <header className={styles.strip} aria-label={t('strip.label')}>
      <Who view={view} />
      {view && view.mode !== 'first-start' ? (
        <div className={styles.heaps}>
          <KeysWarning view={view} />
          <Troubles strip={view.strip} />
          <Heaps strip={view.strip} now={now} signedIn={view.signedIn !== null} />
        </div>
      ) : null}
      <time className={styles.clock}>{formatTime(now)}</time>
      <LanguageMenu />
    </header>
  );
}

function Who({ view }: { view: TillView | null }) {
  const { t } = useTranslation();
  return (
    <div className={styles.who}>
      {view?.mode === 'training' ? (
        <Pill tone="info" filled plain>
          {t('common.training')}
        </Pill>
      ) : null}
      <strong className={styles.shop}>{view?.shop?.name ?? 'Kassa'}</strong>
      {view?.register ? <span className={styles.part}>{view.register.name}</span> : null}
      {view?.shift ? <span className={styles.part}>{t('strip.shift', { number: view.shift.number })}</span> : null}
      {view?.signedIn ? <Name name={view.signedIn.name} /> : null}
    </div>
  );
}

/** The whole name where there is room, else the first word of it. */
function Name({ name }: { name: string }) {
  return (
    <span className={styles.name}>
      <span className={styles.whole}>{name}</span>
      <span className={styles.first}>{name.split(/\s+/)[0]}</span>
    </span>
  );
}

/** Devices speak up only when they need hands. */
function Troubles({ strip: { printer, scanner } }: { strip: StripView }) {
  const { t } = useTranslation();
  return (
    <>
      {printer === 'trouble' ? (
        <Pill tone="refused" filled testId="printer-trouble">
          {t('strip.printer')}
        </Pill>
      ) : null}
      {scanner === 'absent' || scanner === 'no-permission' ? (
        <Pill tone="refused" filled testId="scanner-trouble">
          {t(scanner === 'absent' ? 'strip.scannerAbsent' : 'strip.scannerPermission')}
        </Pill>
      ) : null}
    </>
  );
}

/** Training keeps no secrets; and whoever sells cannot mend this, so it waits until nobody does. */
function KeysWarning({ view }: { view: TillView }) {
  const { t } = useTranslation();
  const selling = view.shift !== null && view.signedIn !== null;
  if (view.mode !== 'live' || selling || !view.strip.secretsUnprotected) return null;
  return <Pill tone="refused">{t('strip.secrets')}</Pill>;
}
