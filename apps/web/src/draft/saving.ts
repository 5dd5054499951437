/** Where the writing stands. */
export type Saving =
  | { readonly kind: 'new' }
  | { readonly kind: 'saving' }
  /** `reason`: why the server refused; null: it was not reached, and is tried again. */
  | { readonly kind: 'failed'; readonly reason: string | null }
  | { readonly kind: 'saved'; readonly at: string };
