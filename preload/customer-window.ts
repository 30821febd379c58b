import { contextBridge, ipcRenderer } from 'electron';
import type { TillLife } from './api.ts';
import { createCustomerBridge } from './customer-bridge.ts';

/** The customer's page can only listen: it gets no word for the till, no port, and no channel. */
const { bridge, attach, setLife } = createCustomerBridge();

ipcRenderer.on('till-port', (event) => {
  const [port] = event.ports;
  if (port !== undefined) attach(port);
});

ipcRenderer.on('till-life', (_event, life: TillLife) => setLife(life));

contextBridge.exposeInMainWorld('kassaCustomer', bridge);
