/** Room that is left free for records: new photos are refused before it is touched, text never is. */
export const reservedBytes = 50 * 1024 * 1024;

type Estimate = Pick<StorageManager, 'estimate'>;

/** Bytes that photos may still take, the room for records left out; null when the browser does not tell. */
export async function roomForPhotos(storage: Estimate = navigator.storage): Promise<number | null> {
  const { quota, usage } = await storage.estimate();
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage - reservedBytes);
}

/** Whether a photo of this size still fits, as far as the browser tells. */
export async function hasRoomFor(bytes: number, storage: Estimate = navigator.storage): Promise<boolean> {
  const room = await roomForPhotos(storage);
  return room === null || bytes <= room;
}
