/** One for sending and hearing: a page is not told of what it says itself. */
const tabs = new BroadcastChannel('kycuong.signed-out');

/** The other tabs of the browser have the same session, and it is over. */
export function tellOtherTabs(accountId: string): void {
  tabs.postMessage(accountId);
}

/** A person signed out at another tab; gives back how to hear no more. */
export function hearOtherTabs(act: (accountId: unknown) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => act(data);
  tabs.addEventListener('message', hear);
  return () => tabs.removeEventListener('message', hear);
}
