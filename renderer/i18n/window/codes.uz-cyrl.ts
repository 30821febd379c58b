import type { WindowCodeWords } from './codes.ts';

/** Uzbek in Cyrillic for the codes of a till that stopped or began again, of a full disk, of faults of our own. */
export const windowCodesUzCyrl: WindowCodeWords = {
  'disk-full': {
    money: 'Сотув сақланмади, пул олинмади: компьютерда жой тугаган.',
    todo: 'Раҳбарни чақиринг: дискда жой бўшатиш керак.',
  },
  'till-restarted': {
    money: 'Касса қайта ишга тушди. Сўнгги амал бажарилмаган бўлиши мумкин.',
    todo: 'Чекни ва тўлов ҳолатини текширинг, кейин давом этинг.',
  },
  'till-stopped': {
    money: 'Касса тўхтади. Сақланган сотувлар жойида.',
    todo: 'Дастурни ёпинг ва қайта очинг. Ёрдам бермаса, раҳбарни чақиринг.',
  },
  'bad-intent': { money: 'Ҳеч нарса бажарилмади: киритилган маълумот тўғри келмади.', todo: 'Қайта киритинг.' },
  internal: {
    money: 'Дастурда носозлик. Сўнгги амал бажарилмаган бўлиши мумкин.',
    todo: 'Чекни текширинг ва қайтаринг. Такрорланса, кодни раҳбарга айтинг.',
  },
};
