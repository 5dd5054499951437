const prefix = 'kycuong.window.';
let own = '';

/** Holds a lock for as long as this window's page lives; the browser lets it go with the page, however that ends. */
export function liveAs(window: string): void {
  own = prefix + window;
  void navigator.locks?.request(own, () => new Promise(() => undefined));
}

/** The other windows of this browser whose page still lives. */
export async function otherWindows(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(prefix) && name !== own ? [name.slice(prefix.length)] : [])),
  );
}
