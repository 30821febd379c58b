import type { StartFault } from '../../preload/till-port.ts';

/** Everything that keeps the register from opening: the till's own reasons, and the shell's. */
export type NoticeFault = StartFault | 'secrets-unreadable' | 'secrets-not-kept' | 'window-stopped';

export type NoticeLanguage = 'uz' | 'uz-Cyrl' | 'ru' | 'en';

/** First what happened to the money, then what to do. */
export type NoticeText = { title: string; text: string };
export type NoticeWords = { again: string; close: string; faults: Record<NoticeFault, NoticeText> };

const en: NoticeWords = {
  again: 'Try again',
  close: 'Close Kassa',
  faults: {
    'data-folder-in-use': {
      title: 'Kassa is already open with this data',
      text: 'No sale and no payment was touched. Close the other Kassa on this computer, then try again.',
    },
    'database-damaged': {
      title: 'The sales records on this computer are damaged',
      text: 'Nothing was deleted and nobody was charged. Do not sell on this till. Call the person who looks after it.',
    },
    'database-newer': {
      title: 'The sales records belong to a newer Kassa',
      text: 'They are safe and were not changed. Install the newer Kassa on this computer, then start again.',
    },
    'database-foreign': {
      title: 'The data folder holds a file that is not Kassa’s',
      text: 'Nothing was changed. Start Kassa with its own data folder.',
    },
    'disk-full': {
      title: 'The disk of this computer is full',
      text: 'Everything sold so far is kept. Free some space, then try again.',
    },
    'provision-refused': {
      title: 'The settings file was refused',
      text: 'Nothing on this till was changed. Correct the faults named below, then try again.',
    },
    internal: {
      title: 'Kassa could not start',
      text: 'Everything sold so far is kept. Try again. If it happens again, call the person who looks after the till.',
    },
    'secrets-unreadable': {
      title: 'The keys of this till cannot be read',
      text: 'Everything sold so far is kept. Sign in to this computer as the same user as before, or unlock its key store, then try again.',
    },
    'secrets-not-kept': {
      title: 'The keys of this till could not be saved',
      text: 'No payment was started. Free some disk space and make sure the data folder can be written to, then try again.',
    },
    'window-stopped': {
      title: 'The screen of the register stopped several times',
      text: 'The sale is kept. Try again. If it happens again, restart the computer.',
    },
  },
};

const ru: NoticeWords = {
  again: 'Повторить',
  close: 'Закрыть Kassa',
  faults: {
    'data-folder-in-use': {
      title: 'Kassa уже открыта с этими данными',
      text: 'Продажи и платежи не затронуты. Закройте другую Kassa на этом компьютере и повторите.',
    },
    'database-damaged': {
      title: 'Записи о продажах на этом компьютере повреждены',
      text: 'Ничего не удалено, деньги ни с кого не списаны. Не продавайте на этой кассе. Позовите того, кто её обслуживает.',
    },
    'database-newer': {
      title: 'Записи о продажах сделаны более новой версией Kassa',
      text: 'Они целы и не изменены. Установите на этот компьютер новую версию и запустите её.',
    },
    'database-foreign': {
      title: 'В папке данных лежит чужой файл',
      text: 'Ничего не изменено. Запустите Kassa с её собственной папкой данных.',
    },
    'disk-full': {
      title: 'Диск этого компьютера заполнен',
      text: 'Всё проданное сохранено. Освободите место и повторите.',
    },
    'provision-refused': {
      title: 'Файл настроек не принят',
      text: 'На кассе ничего не изменено. Исправьте ошибки, названные ниже, и повторите.',
    },
    internal: {
      title: 'Kassa не смогла запуститься',
      text: 'Всё проданное сохранено. Повторите. Если не поможет, позовите того, кто обслуживает кассу.',
    },
    'secrets-unreadable': {
      title: 'Не удаётся прочитать ключи этой кассы',
      text: 'Всё проданное сохранено. Войдите в систему под тем же пользователем, что и раньше, или откройте хранилище ключей и повторите.',
    },
    'secrets-not-kept': {
      title: 'Не удалось сохранить ключи этой кассы',
      text: 'Платежи не начинались. Освободите место на диске, проверьте, что в папку данных можно писать, и повторите.',
    },
    'window-stopped': {
      title: 'Экран кассы несколько раз остановился',
      text: 'Продажа сохранена. Повторите. Если не поможет, перезагрузите компьютер.',
    },
  },
};

const uz: NoticeWords = {
  again: 'Qayta urinish',
  close: 'Kassani yopish',
  faults: {
    'data-folder-in-use': {
      title: 'Kassa shu maʼlumotlar bilan allaqachon ochilgan',
      text: 'Savdo va toʻlovlarga tegilmadi. Bu kompyuterdagi boshqa Kassani yoping va qayta urining.',
    },
    'database-damaged': {
      title: 'Bu kompyuterdagi savdo yozuvlari shikastlangan',
      text: 'Hech narsa oʻchirilmadi, hech kimdan pul yechilmadi. Bu kassada savdo qilmang. Kassaga xizmat koʻrsatuvchini chaqiring.',
    },
    'database-newer': {
      title: 'Savdo yozuvlari yangiroq Kassaga tegishli',
      text: 'Ular butun va oʻzgarmagan. Bu kompyuterga yangi Kassani oʻrnating va qayta ishga tushiring.',
    },
    'database-foreign': {
      title: 'Maʼlumotlar papkasida Kassaga tegishli boʻlmagan fayl bor',
      text: 'Hech narsa oʻzgartirilmadi. Kassani oʻzining maʼlumotlar papkasi bilan ishga tushiring.',
    },
    'disk-full': {
      title: 'Bu kompyuterning diski toʻlgan',
      text: 'Sotilganlarning hammasi saqlangan. Joy boʻshating va qayta urining.',
    },
    'provision-refused': {
      title: 'Sozlamalar fayli qabul qilinmadi',
      text: 'Kassada hech narsa oʻzgarmadi. Quyida aytilgan xatolarni tuzating va qayta urining.',
    },
    internal: {
      title: 'Kassa ishga tushmadi',
      text: 'Sotilganlarning hammasi saqlangan. Qayta urining. Yana takrorlansa, kassaga xizmat koʻrsatuvchini chaqiring.',
    },
    'secrets-unreadable': {
      title: 'Bu kassaning kalitlarini oʻqib boʻlmayapti',
      text: 'Sotilganlarning hammasi saqlangan. Tizimga avvalgi foydalanuvchi nomi bilan kiring yoki kalitlar omborini oching va qayta urining.',
    },
    'secrets-not-kept': {
      title: 'Bu kassaning kalitlarini saqlab boʻlmadi',
      text: 'Toʻlov boshlanmadi. Diskda joy boʻshating, maʼlumotlar papkasiga yozish mumkinligini tekshiring va qayta urining.',
    },
    'window-stopped': {
      title: 'Kassa ekrani bir necha marta toʻxtab qoldi',
      text: 'Savdo saqlangan. Qayta urining. Yana takrorlansa, kompyuterni qayta yoqing.',
    },
  },
};

const uzCyrl: NoticeWords = {
  again: 'Қайта уриниш',
  close: 'Кассани ёпиш',
  faults: {
    'data-folder-in-use': {
      title: 'Касса шу маълумотлар билан аллақачон очилган',
      text: 'Савдо ва тўловларга тегилмади. Бу компьютердаги бошқа Кассани ёпинг ва қайта урининг.',
    },
    'database-damaged': {
      title: 'Бу компьютердаги савдо ёзувлари шикастланган',
      text: 'Ҳеч нарса ўчирилмади, ҳеч кимдан пул ечилмади. Бу кассада савдо қилманг. Кассага хизмат кўрсатувчини чақиринг.',
    },
    'database-newer': {
      title: 'Савдо ёзувлари янгироқ Кассага тегишли',
      text: 'Улар бутун ва ўзгармаган. Бу компьютерга янги Кассани ўрнатинг ва қайта ишга туширинг.',
    },
    'database-foreign': {
      title: 'Маълумотлар папкасида Кассага тегишли бўлмаган файл бор',
      text: 'Ҳеч нарса ўзгартирилмади. Кассани ўзининг маълумотлар папкаси билан ишга туширинг.',
    },
    'disk-full': {
      title: 'Бу компьютернинг диски тўлган',
      text: 'Сотилганларнинг ҳаммаси сақланган. Жой бўшатинг ва қайта урининг.',
    },
    'provision-refused': {
      title: 'Созламалар файли қабул қилинмади',
      text: 'Кассада ҳеч нарса ўзгармади. Қуйида айтилган хатоларни тузатинг ва қайта урининг.',
    },
    internal: {
      title: 'Касса ишга тушмади',
      text: 'Сотилганларнинг ҳаммаси сақланган. Қайта урининг. Яна такрорланса, кассага хизмат кўрсатувчини чақиринг.',
    },
    'secrets-unreadable': {
      title: 'Бу кассанинг калитларини ўқиб бўлмаяпти',
      text: 'Сотилганларнинг ҳаммаси сақланган. Тизимга аввалги фойдаланувчи номи билан киринг ёки калитлар омборини очинг ва қайта урининг.',
    },
    'secrets-not-kept': {
      title: 'Бу кассанинг калитларини сақлаб бўлмади',
      text: 'Тўлов бошланмади. Дискда жой бўшатинг, маълумотлар папкасига ёзиш мумкинлигини текширинг ва қайта урининг.',
    },
    'window-stopped': {
      title: 'Касса экрани бир неча марта тўхтаб қолди',
      text: 'Савдо сақланган. Қайта урининг. Яна такрорланса, компьютерни қайта ёқинг.',
    },
  },
};

/** The words of every notice, in the four languages of the register. */
export const noticeWords: Record<NoticeLanguage, NoticeWords> = { uz, 'uz-Cyrl': uzCyrl, ru, en };
