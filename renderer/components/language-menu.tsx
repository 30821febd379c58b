import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Header, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../preload/api.ts';
import { languages } from '../../main/domain/language.ts';
import { languageNames } from '../i18n/languages.ts';
import { send, useTill } from '../state/till.ts';
import { setLanguage, setTheme, setVolume, useWindow } from '../state/window.ts';
import type { Theme, Volume } from '../state/window.ts';
import { cx } from './cx.ts';
import styles from './language-menu.module.css';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const volumes: readonly Volume[] = ['loud', 'quiet', 'off'];

/** Language, look and volume in one menu on the strip; a change is seen at once and nothing is lost by it. */
export function LanguageMenu() {
  const { t } = useTranslation();
  const language = useWindow((state) => state.language);
  return (
    <MenuTrigger onOpenChange={(isOpen) => isOpen || afterFocusIsBack(leaveTrigger)}>
      <Button
        className={cx(styles.trigger)}
        aria-label={`${t('look.title')}: ${languageNames[language]}`}
        data-testid="language"
      >
        {languageNames[language]}
        <svg viewBox="0 0 12 8" className={styles.arrow} aria-hidden="true">
          <path d="m1.5 1.5 4.5 4.5 4.5-4.5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </Button>
      <Popover className={cx(styles.popover)} placement="bottom end">
        <Choices />
      </Popover>
    </MenuTrigger>
  );
}

/** A menu that closes gives the focus back to its button with the next picture. */
function afterFocusIsBack(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

/** The next Enter is the sale's again, and does not open the menu once more. */
function leaveTrigger(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.dataset['testid'] === 'language') activeElement.blur();
}

function Choices() {
  const { t } = useTranslation();
  const { language, theme, volume } = useWindow();
  return (
    <Menu className={cx(styles.menu)} aria-label={t('look.title')}>
      <Section title={t('look.language')} selected={language} onSelect={choose}>
        {languages.map((each) => ({ id: each, name: languageNames[each] }))}
      </Section>
      <Section title={t('look.theme')} selected={theme} onSelect={setTheme}>
        {themes.map((each) => ({ id: each, name: t(`look.${each}`) }))}
      </Section>
      <Section title={t('look.sound')} selected={volume} onSelect={setVolume}>
        {volumes.map((each) => ({ id: each, name: t(`look.${each}`) }))}
      </Section>
    </Menu>
  );
}

type SectionProps<T extends string> = {
  title: string;
  selected: T;
  onSelect: (id: T) => void;
  children: readonly { id: T; name: string }[];
};

function Section<T extends string>({ title, selected, onSelect, children }: SectionProps<T>) {
  return (
    <MenuSection className={cx(styles.section)} selectionMode="single" selectedKeys={[selected]} disallowEmptySelection>
      <Header className={cx(styles.header)}>{title}</Header>
      {children.map(({ id, name }) => (
        <MenuItem
          key={id}
          id={id}
          className={cx(styles.item)}
          data-testid={`choose-${id}`}
          onAction={() => onSelect(id)}
        >
          {name}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** Here at once; the till keeps it with the person who is signed in. */
function choose(language: Language): void {
  setLanguage(language);
  if (useTill.getState().view?.signedIn) void send('setLanguage', { language });
}
