import type { AnswerBudget } from './answer-budget.ts';
import type { Signer } from './device/find-signer.ts';
import type { Ground } from './work.ts';

export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  /** The name by which it is shown. */
  readonly ref?: string;
}

/** What one request brings along. Cookies are read and set by the host, not here. */
export interface Context {
  readonly ground: Ground;
  readonly signedIn: SignedIn | undefined;
  /**
   * Whoever signed in with a password that was given: may set another one, and is nobody to everything else. Never there
   * together with `signedIn`.
   */
  readonly toSetPassword?: SignedIn | undefined;
  /** Likewise: whose password was right, and who has yet to say the code of the second factor. */
  readonly toEnterCode?: SignedIn | undefined;
  /** Likewise: an administrator who has to enrol a second factor first. */
  readonly toEnrol?: SignedIn | undefined;
  /** The caller's network address, for slowing down guesses. */
  readonly address: string;
  /** What the caller's browser calls itself. */
  readonly browser?: string | undefined;
  /** The device that signed the request; null: none did, or its signature does not hold. */
  readonly signedBy: string | null;
  readonly signer: Signer | null;
  /** How many calls came in this one request. */
  readonly calls: number;
  /** What may still be answered to it. */
  readonly budget: AnswerBudget;
  /** What tells a browser that somebody signed in with before, if it brought any. */
  readonly browserCookie: string | undefined;
  readonly setBrowserCookie: (value: string) => void;
  readonly setSessionCookie: (value: string, expiresAt: Date) => void;
  readonly clearSessionCookie: () => void;
  /** The demo story is loaded, and these accounts may be shown at the sign-in page. */
  readonly demo: boolean;
}
