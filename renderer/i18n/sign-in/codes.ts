import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: PINs, and who may do what. */
export type SignInCode = Extract<Code, `pin-${string}` | 'not-signed-in' | 'manager-needed'>;

export type SignInCodeWords = Record<SignInCode, Words>;
