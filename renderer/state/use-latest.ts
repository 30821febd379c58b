import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for as long as the caller is shown, which does what `act` of the last drawing does: what is given it is not
 * drawn again.
 */
export function useLatest<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given) => latest.current(...given), []);
}
