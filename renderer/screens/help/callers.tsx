import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallersView, IncomingCall } from '../../../preload/api.ts';
import { Mark } from '../../components/mark.tsx';
import type { Tone } from '../../components/mark.tsx';
import { formatDateTime, formatSeconds } from '../../i18n/format.ts';
import { saysTheSame } from '../../state/unchanged.ts';
import { send } from '../../state/till.ts';
import { whyOf } from './caller-words.ts';
import styles from './callers.module.css';

/** How often (ms) the page is read again while it is open: somebody waits for the first call of a provider. */
const everyMs = 2000;

const tones: Record<CallersView['state'], Tone> = { off: 'rest', listening: 'sure', failed: 'refused' };

/** Who may call the till from outside, at which addresses, and what became of the newest calls. */
export function Callers() {
  const view = useCallers();
  if (view === null) return null;
  return (
    <div className={styles.callers} data-testid="callers" data-state={view.state}>
      <State view={view} />
      {view.routes.length === 0 ? null : <Addresses view={view} />}
      {view.state === 'off' && view.calls.length === 0 ? null : <Calls calls={view.calls} />}
    </div>
  );
}

function useCallers(): CallersView | null {
  const [view, setView] = useState<CallersView | null>(null);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const result = await send('callers');
      if (current && result.ok) setView((before) => (saysTheSame(before, result.value) ? before : result.value));
    };
    void read();
    const timer = window.setInterval(() => void read(), everyMs);
    return () => {
      current = false;
      window.clearInterval(timer);
    };
  }, []);
  return view;
}

function State({ view: { state, host, port, reason } }: { view: CallersView }) {
  const { t } = useTranslation();
  const at = { host: host ?? '', port: port ?? '' };
  return (
    <section className={styles.state}>
      <Mark tone={tones[state]} large />
      <div>
        <h3 className={styles.headline}>{t(`callers.${state}`)}</h3>
        <p>{t(`callers.${state}Text`, at)}</p>
        {state === 'failed' && reason ? <p className={styles.technical}>{reason}</p> : null}
      </div>
    </section>
  );
}

/** Whole addresses, to be copied letter by letter: they may be marked and never cut. */
function Addresses({ view: { routes, publicUrl, oneAddress } }: { view: CallersView }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className={styles.title}>{t('callers.addresses')}</h3>
      {publicUrl === null ? (
        <p className={styles.warning}>{t('callers.noPublic')}</p>
      ) : (
        <dl className={styles.routes}>
          {routes.map(({ name, url }) => (
            <div key={name} className={styles.route}>
              <dt>{t(`callers.route.${name}`)}</dt>
              <dd className={styles.url} data-testid={`caller-url-${name}`}>
                {url}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {oneAddress ? (
        <p className={styles.warning} data-testid="one-address">
          {t('callers.oneAddress', { setting: 'behindProxy' })}
        </p>
      ) : null}
    </section>
  );
}

const Calls = memo(function Calls({ calls }: { calls: readonly IncomingCall[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.newest}>
      <h3 className={styles.title}>{t('callers.calls')}</h3>
      {calls.length === 0 ? (
        <p className={styles.none}>{t('callers.none')}</p>
      ) : (
        <ul className={styles.calls} tabIndex={0} aria-label={t('callers.calls')}>
          {calls.map((call) => (
            <Call key={call.id} call={call} />
          ))}
        </ul>
      )}
    </section>
  );
});

const today = (at: number): boolean => formatDateTime(at).slice(0, 10) === formatDateTime(Date.now()).slice(0, 10);

const Call = memo(function Call({ call }: { call: IncomingCall }) {
  const { t } = useTranslation();
  const { at, route, ip, outcome, reason, subject } = call;
  const refused = outcome === 'refused';
  return (
    <li className={styles.call} data-testid="caller" data-outcome={outcome} data-reason={reason}>
      <span className={styles.at}>{today(at) ? formatSeconds(at) : formatDateTime(at)}</span>
      <Mark tone={refused ? 'refused' : 'sure'} />
      <span className={styles.what}>
        <strong>{t(refused ? 'callers.refused' : 'callers.accepted')}</strong>: {whyOf(t, call)}
        {subject === null ? null : <span className={styles.technical}>{subject}</span>}
      </span>
      <span className={styles.from}>
        {route}
        <span className={styles.technical}>{ip}</span>
      </span>
    </li>
  );
});
