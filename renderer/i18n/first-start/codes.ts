import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: setting up a till, for training or for a shop. */
export type FirstStartCode = Extract<Code, 'provision-refused' | 'already-set-up' | 'not-in-training'>;

export type FirstStartCodeWords = Record<FirstStartCode, Words>;
