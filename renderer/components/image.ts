/** A PNG from the till as something an `img` can show: base64 with or without its data prefix. */
export function asImage(png: string): string {
  return png.startsWith('data:') ? png : `data:image/png;base64,${png}`;
}
