/** The languages of people and of paper; Uzbek in both its scripts. */
export const languages = ['uz', 'uz-Cyrl', 'ru', 'en'] as const;

export type Language = (typeof languages)[number];
