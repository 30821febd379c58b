import { useLayoutEffect, useRef, useState } from 'react';

/** The side (CSS px) of the largest square that fits into the box `ref` is put on; 0 until it was measured. */
export function useSquare() {
  const ref = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState(0);
  useLayoutEffect(() => {
    const node = ref.current;
    if (!node) return undefined;
    const measure = () => setSide(Math.floor(Math.min(node.clientWidth, node.clientHeight)));
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, side };
}
