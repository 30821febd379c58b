import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/base.css';
import './customer.css';
import { followTheme } from '../state/theme.ts';
import { followOtherWindow } from './follow-theme.ts';
import { CustomerScreen } from './customer-screen.tsx';
import { DrawAnew } from './draw-anew.tsx';

followTheme();
followOtherWindow();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <DrawAnew>
        <CustomerScreen />
      </DrawAnew>
    </StrictMode>,
  );
}
