import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';

const key = 'kycuong.navigation';

/**
 * Whether the navigation is folded to its icons: as the person left it on this machine, and always where the
 * window has no room for both (`narrow`).
 */
export function useFolded(): {
  readonly folded: boolean;
  readonly narrow: boolean;
  readonly toggle: () => void;
} {
  const narrow = useMediaQuery('(max-width: 1079px)', undefined, { getInitialValueInEffect: false });
  const [chosen, choose] = useState(() => localStorage.getItem(key) === 'folded');
  return {
    folded: narrow || chosen,
    narrow,
    toggle: () => {
      localStorage.setItem(key, chosen ? 'open' : 'folded');
      choose(!chosen);
    },
  };
}
