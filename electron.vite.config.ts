import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Native addons stay outside the bundle: they find their binaries beside themselves. */
const native = ['electron', 'better-sqlite3', 'serialport', '@napi-rs/canvas'];

/** One configuration for shell, till, preload and windows; targets are the oldest runtime in use, Electron 33. */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        external: native,
        input: { index: at('main/index.ts'), till: at('main/till/index.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: at('preload/index.ts'), 'customer-window': at('preload/customer-window.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      rollupOptions: { input: { index: at('renderer/index.html'), customer: at('renderer/customer.html') } },
    },
  },
});
