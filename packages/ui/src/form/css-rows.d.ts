import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Least height of a text area, in lines. */
    '--rows'?: number;
  }
}
