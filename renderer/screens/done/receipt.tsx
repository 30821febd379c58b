import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoneView, ReceiptPreview, TrainingView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { asImage } from '../../components/image.ts';
import { Message } from '../../components/message.tsx';
import { currentMessage, dismiss, send, useTill } from '../../state/till.ts';
import { TrainingScanner } from '../training/scanner.tsx';
import styles from './done.module.css';

/** The receipt as the printer gets it, where the lines were; in training also what the virtual printer made of it. */
export function Receipt({ done, training }: { done: DoneView; training: TrainingView | null }) {
  const { t } = useTranslation();
  const preview = usePreview(done.saleId, `${done.fiscal.state} ${done.fiscal.url}`);
  const message = useTill(currentMessage);
  return (
    <div className={styles.left}>
      <Card className={styles.papers} label={t('done.receipt')}>
        {message ? <Message message={message} onDismiss={dismiss} /> : null}
        <div className={styles.sheets} tabIndex={0} role="group" aria-label={t('done.receipt')}>
          <figure className={styles.sheet}>
            <figcaption className={styles.caption}>{t('done.receipt')}</figcaption>
            {preview ? (
              <img
                className={styles.paper}
                src={asImage(preview.png)}
                alt={preview.text === '' ? t('done.receiptImage') : preview.text}
                data-testid="receipt-preview"
                data-url={preview.fiscalUrl ?? ''}
              />
            ) : (
              <p className={styles.preparing}>{t('done.preparing')}</p>
            )}
          </figure>
          {training?.paper ? (
            <figure className={styles.sheet}>
              <figcaption className={styles.caption}>{t('training.paper')}</figcaption>
              <img
                className={styles.paper}
                src={asImage(training.paper.png)}
                alt={t('training.paperImage')}
                data-testid="training-paper-image"
              />
            </figure>
          ) : null}
        </div>
      </Card>
      {training ? <TrainingScanner /> : null}
    </div>
  );
}

/** A new fiscal state makes a new preview: only a registered receipt has its QR. */
function usePreview(saleId: string, version: string): ReceiptPreview | null {
  const [preview, setPreview] = useState<(ReceiptPreview & { version: string }) | null>(null);
  useEffect(() => {
    let current = true;
    void send('receiptPreview', { saleId }).then((result) => {
      if (current && result.ok) setPreview({ version, ...result.value });
    });
    return () => {
      current = false;
    };
  }, [saleId, version]);
  return preview;
}
