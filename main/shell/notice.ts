import type { MadePage } from './app-response.ts';
import { noticeStyle } from './notice-style.ts';
import { noticeWords } from './notice-words.ts';
import type { NoticeFault, NoticeLanguage } from './notice-words.ts';

/** What keeps the register from opening, with the particulars the till named (file, line, fault). */
export type Notice = { fault: NoticeFault; details: readonly string[] };

const languages: readonly NoticeLanguage[] = ['uz', 'uz-Cyrl', 'ru', 'en'];

/** The register's language nearest to what the system speaks; Uzbek when it speaks none of them. */
export const noticeLanguage = (locale: string): NoticeLanguage => {
  if (/^uz[-_]cyrl/i.test(locale)) return 'uz-Cyrl';
  return languages.find((language) => locale.toLowerCase().split(/[-_]/)[0] === language) ?? 'uz';
};

/**
 * The pages under `app://kassa/-/`: one notice in four languages, the system's first, and its style sheet.
 * It has no script: its two links are heard by the shell and never followed.
 */
export const noticePage = (path: string, notice: Notice | null, locale: string): MadePage | null => {
  if (path === '/-/notice.css') return { contentType: 'text/css; charset=utf-8', body: noticeStyle };
  if (path !== '/-/notice' || notice === null) return null;
  return { contentType: 'text/html; charset=utf-8', body: html(notice, noticeLanguage(locale)) };
};

const html = ({ fault, details }: Notice, first: NoticeLanguage): string => {
  const words = noticeWords[first];
  const others = languages.filter((language) => language !== first);
  return `<!doctype html>
<html lang="${first}">
<head><meta charset="utf-8"><title>Kassa</title><link rel="stylesheet" href="/-/notice.css"></head>
<body>
<main data-testid="message" data-code="${fault}">
<h1>${words.faults[fault].title}</h1>
<p>${words.faults[fault].text}</p>
${detailList(details)}
<nav><a class="primary" data-testid="try-again" href="/-/again">${words.again}</a><a data-testid="close-kassa" href="/-/close">${words.close}</a></nav>
<p class="code"><code>${fault}</code></p>
</main>
<aside>${others.map((language) => otherLanguage(fault, language)).join('\n')}</aside>
</body>
</html>`;
};

const otherLanguage = (fault: NoticeFault, language: NoticeLanguage): string => {
  const { title, text } = noticeWords[language].faults[fault];
  return `<section lang="${language}"><h2>${title}</h2><p>${text}</p></section>`;
};

const detailList = (details: readonly string[]): string =>
  details.length === 0 ? '' : `<ul>${details.map((detail) => `<li>${escape(detail)}</li>`).join('')}</ul>`;

/** Particulars come from files that strangers wrote. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
