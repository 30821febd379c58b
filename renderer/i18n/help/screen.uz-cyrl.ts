import type { HelpWords } from './words.ts';

/** Uzbek in Cyrillic for help: the map of the keys, the sounds, updating the program. */
export const helpUzCyrl: HelpWords = {
  help: {
    title: 'Тугмалар картаси',
    selling: 'Сотишда',
    paying: 'Тўловда',
    wallet: 'Payme Go',
    done: 'Тўловдан кейин',
    digits: 'Рақамлар',
    codeEnter: 'Рақамлар, Enter — кодни киритиш',
    multiply: '3, * — кейинги товардан 3 та',
    cashExact: 'Enter — аниқ сумма нақд',
    cashGiven: 'Рақамлар, Enter — берилган пул',
    escape: 'Esc — бир қадам орқага, чек йўқолмайди',
    sounds: 'Товушлар',
    accepted: 'қисқа, баланд: қўшилди',
    walletSound: 'иккита тез, баланд: харидор коди ўқилди',
    refused: 'иккита паст: рад этилди',
    attention: 'учта кўтарилувчи: диққат',
    paidSound: 'узун, ёқимли: тўланди',
    doubtSound: 'секин иккита: пул ноаниқ',
    trouble: 'узун, паст: қурилма носоз',
  },
  program: {
    title: 'Дастур',
    yes: 'Дастурни янгилаш мумкин',
    yesText: 'Смена ёпиқ, кутаётган нарса йўқ.',
    no: 'Ҳозир янгилаб бўлмайди',
    shiftOpen: 'Аввал сменани ёпинг.',
    queue: 'Ҳали тугамаган: тўловлар {{openMoney}}, ҳужжатлар {{owed}}. Улар «Очиқлар»да (F11) кўринади.',
  },
};
