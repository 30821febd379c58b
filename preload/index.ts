import { contextBridge, ipcRenderer } from 'electron';
import type { TillLife } from './api.ts';
import { createBridge } from './bridge.ts';

/** Verbs only: the page never gets `ipcRenderer`, the port, or a way to name a channel. */
const { bridge, attach, setLife } = createBridge(async () => {
  const path: unknown = await ipcRenderer.invoke('choose-file');
  return typeof path === 'string' ? path : null;
});

ipcRenderer.on('till-port', (event) => {
  const [port] = event.ports;
  if (port !== undefined) attach(port);
});

ipcRenderer.on('till-life', (_event, life: TillLife) => setLife(life));

contextBridge.exposeInMainWorld('kassa', bridge);
