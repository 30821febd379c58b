import type { trainingUz } from './screen.uz.ts';

/** The shape of the words of training: Uzbek is written first, the others follow it key by key. */
export type TrainingWords = typeof trainingUz;
