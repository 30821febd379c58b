import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** The largest square (CSS px) inside an element, as the window changes; 0 until it is there. */
export function useRoom(): [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = (): void => setRoom(Math.floor(Math.min(element.clientWidth, element.clientHeight)));
    measure();
    const size = new ResizeObserver(measure);
    size.observe(element);
    return () => size.disconnect();
  }, []);
  return [place, room];
}
