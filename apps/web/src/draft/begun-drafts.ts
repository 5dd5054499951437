import type { DraftSource } from './draft-source.ts';

type Begun = Pick<DraftSource, 'key' | 'kept' | 'discard'>;

let begun: { readonly path: string; readonly drafts: readonly Begun[] } = { path: '', drafts: [] };

/** A form of the page begins with what was kept of it. */
export function noteBegun(draft: Begun): void {
  const path = window.location.pathname;
  begun = { path, drafts: begun.path === path ? [...begun.drafts, draft] : [draft] };
}

/** What was kept of the page's forms: one of it may be what the page cannot show. */
export function begunHere(): readonly Begun[] {
  return begun.path === window.location.pathname ? begun.drafts : [];
}
