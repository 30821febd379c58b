import type { HelpWords } from './words.ts';

/** Russian for help: the map of the keys, the sounds, updating the program. */
export const helpRu: HelpWords = {
  help: {
    title: 'Карта клавиш',
    selling: 'При продаже',
    paying: 'При оплате',
    wallet: 'Payme Go',
    done: 'После оплаты',
    digits: 'Цифры',
    codeEnter: 'Цифры, Enter — ввести код',
    multiply: '3, * — три штуки следующего товара',
    cashExact: 'Enter — наличные без сдачи',
    cashGiven: 'Цифры, Enter — сколько дали',
    escape: 'Esc — шаг назад, чек не теряется',
    sounds: 'Звуки',
    accepted: 'короткий высокий: добавлено',
    walletSound: 'два быстрых высоких: код покупателя принят',
    refused: 'два низких: отказ',
    attention: 'три вверх: внимание',
    paidSound: 'длинный приятный: оплачено',
    doubtSound: 'два медленных: деньги под вопросом',
    trouble: 'длинный низкий: неисправно устройство',
  },
  program: {
    title: 'Программа',
    yes: 'Программу можно обновить',
    yesText: 'Смена закрыта, ничего не ждёт.',
    no: 'Сейчас обновлять нельзя',
    shiftOpen: 'Сначала закройте смену.',
    queue: 'Ещё не завершено: платежей {{openMoney}}, документов {{owed}}. Они видны в «Открытых» (F11).',
  },
};
