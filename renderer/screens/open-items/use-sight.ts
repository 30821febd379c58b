import { useLayoutEffect, useRef, useState } from 'react';
import { inSight, scrolledTo } from './sight.ts';

/** The height of a row in rem; `.row` in the style sheet is as high. */
const rowRem = 8.75;

/** Draws only the rows in sight of a long list: where it is scrolled to, and how high it and its rows (px) are. */
export function useSight(count: number) {
  const scroller = useRef<HTMLUListElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 0, row: rowRem * 16 });
  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node) return undefined;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSeen({ top: node.scrollTop, height: node.clientHeight, row: rowRem * rem });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    node.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      node.removeEventListener('scroll', measure);
    };
  }, []);
  const show = (at: number) => {
    const node = scroller.current;
    if (node) node.scrollTop = scrolledTo(at, node.scrollTop, node.clientHeight, seen.row);
  };
  return { scroller, row: seen.row, show, ...inSight(seen.top, seen.height, seen.row, count) };
}
