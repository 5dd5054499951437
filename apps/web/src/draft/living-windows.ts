const prefix = 'kycuong.window.';

/** Holds a lock for as long as this window's page lives; the browser lets it go with the page, however that ends. */
export function liveAs(window: string): void {
  void navigator.locks?.request(prefix + window, () => new Promise(() => undefined));
}

/** The windows of this browser whose page still lives. */
export async function livingWindows(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}
