/** How far a tablet has read: within one generation of the feed, past this entry. */
export interface FeedCursor {
  readonly generation: string;
  readonly xid: string;
  readonly seq: string;
}

const shape = /^([0-9a-f-]{36}):(\d{1,19}):(\d{1,18})$/;

export function readCursor(text: string | null): FeedCursor | undefined {
  const [, generation, xid, seq] = shape.exec(text ?? '') ?? [];
  return generation && xid && seq ? { generation, xid, seq } : undefined;
}
