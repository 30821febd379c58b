import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DoneView, ReceiptPreview, TrainingView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { cx } from '../../components/cx.ts';
import { Dialog } from '../../components/dialog.tsx';
import { asImage } from '../../components/image.ts';
import { Message } from '../../components/message.tsx';
import { currentMessage, dismiss, send, useTill } from '../../state/till.ts';
import { TrainingScanner } from '../training/scanner.tsx';
import styles from './done.module.css';

/** The receipt as the printer gets it, where the lines were: whole, so that total and QR are both in sight. */
export function Receipt({ done, training }: { done: DoneView; training: TrainingView | null }) {
  const { t } = useTranslation();
  const preview = usePreview(done.saleId, `${done.fiscal.state} ${done.fiscal.url}`);
  const message = useTill(currentMessage);
  return (
    <div className={styles.left}>
      <Card className={styles.papers} label={t('done.receipt')}>
        {message ? <Message message={message} onDismiss={dismiss} /> : null}
        {preview ? <Paper preview={preview} /> : <p className={styles.preparing}>{t('done.preparing')}</p>}
      </Card>
      {training ? <TrainingScanner training={training} /> : null}
    </div>
  );
}

/** A press shows the receipt large enough to be read line by line. */
function Paper({ preview: { png, text, fiscalUrl } }: { preview: ReceiptPreview }) {
  const { t } = useTranslation();
  const [large, setLarge] = useState(false);
  const picture = { src: asImage(png), alt: text === '' ? t('done.receiptImage') : text };
  return (
    <>
      <Button className={cx(styles.small)} aria-label={t('done.enlarge')} onPress={() => setLarge(true)}>
        <img {...picture} className={styles.paper} data-testid="receipt-preview" data-url={fiscalUrl ?? ''} />
      </Button>
      {large ? (
        <Dialog title={t('done.receipt')} onClose={() => setLarge(false)}>
          <div className={styles.roll} tabIndex={0} role="group" aria-label={t('done.receipt')}>
            <img {...picture} className={styles.paper} data-testid="receipt-large" />
          </div>
        </Dialog>
      ) : null}
    </>
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
