/**
 * What was judged of the caller in this very call. Only what judges sets it: a refusal before that, or the receipt of an
 * earlier call, says nothing about who asks now.
 */
export interface Proof {
  password?: 'right' | 'wrong';
  code?: 'right' | 'wrong';
  /** A second factor was enrolled by it. */
  enrolled?: true;
}
