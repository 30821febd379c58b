import type { FirstStartCodeWords } from './codes.ts';

/** Uzbek in Cyrillic for the codes of setting up a till, for training or for a shop. */
export const firstStartCodesUzCyrl: FirstStartCodeWords = {
  'provision-refused': {
    money: 'Касса созланмади, ҳеч нарса ўзгармади.',
    todo: 'Файлдаги хатоларни тузатинг ва уни қайта танланг.',
  },
  'already-set-up': {
    money: 'Бу касса аввал созланган, ҳеч нарса ўзгармади.',
    todo: 'Дастурни қайта ишга туширинг.',
  },
  'not-in-training': {
    money: 'Ҳеч нарса бажарилмади: бу фақат ўқув режимида ишлайди.',
    todo: 'Ҳақиқий сканердан фойдаланинг.',
  },
};
