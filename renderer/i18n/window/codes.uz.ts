import type { WindowCodeWords } from './codes.ts';

/** Uzbek for the codes of a till that stopped or began again, of a full disk, of faults of our own. */
export const windowCodesUz: WindowCodeWords = {
  'disk-full': {
    money: 'Sotuv saqlanmadi, pul olinmadi: kompyuterda joy tugagan.',
    todo: 'Rahbarni chaqiring: diskda joy boʻshatish kerak.',
  },
  'till-restarted': {
    money: 'Kassa qayta ishga tushdi. Soʻnggi amal bajarilmagan boʻlishi mumkin.',
    todo: 'Chekni va toʻlov holatini tekshiring, keyin davom eting.',
  },
  'till-stopped': {
    money: 'Kassa toʻxtadi. Saqlangan sotuvlar joyida.',
    todo: 'Dasturni yoping va qayta oching. Yordam bermasa, rahbarni chaqiring.',
  },
  'bad-intent': { money: 'Hech narsa bajarilmadi: kiritilgan maʼlumot toʻgʻri kelmadi.', todo: 'Qayta kiriting.' },
  internal: {
    money: 'Dasturda nosozlik. Soʻnggi amal bajarilmagan boʻlishi mumkin.',
    todo: 'Chekni tekshiring va qaytaring. Takrorlansa, kodni rahbarga ayting.',
  },
};
