export type DraftContent = Record<string, unknown>;

/** A draft as the server keeps it. */
export interface KeptDraft {
  readonly draftId: string;
  readonly version: number;
  readonly content: DraftContent;
  readonly savedAt: string;
  /** Who saved it, where several may write on it. */
  readonly savedBy?: string | undefined;
}

export interface SentDraft {
  readonly draftId: string;
  readonly version: number;
  readonly content: DraftContent;
}

/** Where the draft of a form lives, and how it gets there. */
export interface DraftSource {
  /** Of the copy on this computer. */
  readonly key: string;
  /** Where there is one draft for good, its id. */
  readonly draftId?: string;
  /** As it was when the page came; null where nothing was begun. */
  readonly kept: KeptDraft | null;
  /** `id`: the same for the same save, so that it takes effect once. */
  readonly save: (id: string, draft: SentDraft) => Promise<{ version: number; savedAt: string }>;
  /** As it is on the server now. */
  readonly load: () => Promise<KeptDraft | null>;
  /** Throws it away as it was seen; undefined where it is not this person's alone. */
  readonly discard?: (draft: Omit<SentDraft, 'content'>) => Promise<void>;
  /** What the pages show of it from now on. */
  readonly show: (draft: KeptDraft | null) => void;
}
