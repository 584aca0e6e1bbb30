// Handlers that are the same functions in every render, so that a memoised row is not drawn anew because of them.

import { useLayoutEffect, useRef, useState } from 'react';

/** @returns functions that stay the same and do what those of the last render do; for events, not for rendering */
export function useLatest<Handlers extends Readonly<Record<string, (...args: never[]) => void>>>(
  handlers: Handlers,
): Handlers {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(handlers).map((name) => [name, (...args: never[]) => latest.current[name]?.(...args)]),
      ) as Handlers,
  );
  return stable;
}
