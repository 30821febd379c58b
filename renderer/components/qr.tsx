import { useMemo, useSyncExternalStore } from 'react';
import { qrPicture } from './qr-picture.ts';
import styles from './qr.module.css';

type Props = {
  text: string;
  /** The square it may take (CSS px), quiet zone included; the code is the largest whole multiple of its modules inside. */
  size: number;
  /** What it is, for those who do not see it. */
  label: string;
  testId?: string;
};

/** A QR for a phone: dark on white in light and dark alike, every module a whole number of the screen's pixels. */
export function Qr({ text, size, label, testId = 'checkout-qr' }: Props) {
  const ratio = useSyncExternalStore(onResize, () => window.devicePixelRatio);
  const picture = useMemo(() => qrPicture(text, size, ratio), [text, size, ratio]);
  if (!picture) return null;
  const { side, modulePx, path } = picture;
  const px = side * modulePx;
  return (
    <svg
      className={styles.qr}
      width={px}
      height={px}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      data-testid={testId}
      data-module={modulePx}
    >
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** A window that moves to another screen, or is zoomed, changes its pixels and its size together. */
function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}
