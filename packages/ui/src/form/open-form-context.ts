import { createContext } from 'react';

/** A form on the page: what it is known by, and how it stands. */
export interface OpenForm {
  readonly control: object;
  readonly read: () => object;
}

/** Who is told of each form on a page whose words would go with it; it gives back how to say that it is gone. */
export const OpenFormContext = createContext<((form: OpenForm) => () => void) | undefined>(undefined);
