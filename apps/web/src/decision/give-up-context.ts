import { createContext } from 'react';

/** What a form's own way out does with what is kept of it. */
export const GiveUpContext = createContext<() => void>(() => undefined);
