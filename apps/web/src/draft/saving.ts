/** Where the writing stands. */
export type Saving =
  | { readonly kind: 'new' }
  | { readonly kind: 'saving' }
  /** `reason`: why the server refused; null: it was not reached, and is tried again. */
  | { readonly kind: 'failed'; readonly reason: string | null }
  /** Somebody else saved meanwhile: nothing is sent until the person has chosen. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'saved'; readonly at: string };
