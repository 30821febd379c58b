import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import { App } from './app.tsx';
import { LastResort } from './components/last-resort.tsx';
import { startI18n } from './i18n/index.ts';
import { followTheme } from './state/theme.ts';
import { openSound } from './state/sounds.ts';
import { connect } from './state/till.ts';
import { listenToKeys } from './state/use-keys.ts';
import { useWindow } from './state/window.ts';

startI18n(useWindow.getState().language);
followTheme();
listenToKeys();
openSound();
if (window.kassa) connect(window.kassa);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LastResort>
        <App />
      </LastResort>
    </StrictMode>,
  );
}
