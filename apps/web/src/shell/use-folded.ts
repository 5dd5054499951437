import { useState } from 'react';

const key = 'kycuong.navigation';

/** Whether the navigation is folded to its icons; remembered on this machine. */
export function useFolded(): readonly [folded: boolean, toggle: () => void] {
  const [folded, setFolded] = useState(() => localStorage.getItem(key) === 'folded');
  return [
    folded,
    () => {
      localStorage.setItem(key, folded ? 'open' : 'folded');
      setFolded(!folded);
    },
  ];
}
