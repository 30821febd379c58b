import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

type Props = {
  title: string;
  children: ReactNode;
  onClose: () => void;
  size?: 'small' | 'medium' | 'large';
  /** A question is left with its own buttons. */
  question?: boolean;
  testId?: string;
};

/** A card above the screen; Esc and a press beside it close it, the sale under it is untouched. */
export function Dialog({ title, children, onClose, size = 'medium', question = false, testId }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className={cx(styles.veil)}>
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog
          className={cx(styles.dialog)}
          role={question ? 'alertdialog' : 'dialog'}
          {...(testId === undefined ? {} : { 'data-testid': testId })}
        >
          <header className={styles.header}>
            <Heading slot="title" className={cx(styles.title)}>
              {title}
            </Heading>
            {question ? null : (
              <Button size="small" look="quiet" cap="Esc" onPress={onClose} testId="close">
                {t('common.close')}
              </Button>
            )}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
