import { type RefObject, useEffect, useState } from 'react';

/** True once the element came near the window: what nobody scrolls to is not read from the disk. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const at = element.current;
    if (seen || at === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '300px' },
    );
    observer.observe(at);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
