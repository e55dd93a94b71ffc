import { useEffect, useState } from 'react';

/** Whether the element has been within a window's height of what the shopper sees. */
export function useNear(element: HTMLElement): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => setNear((before) => before || entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '100%',
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, [element]);
  return near;
}
