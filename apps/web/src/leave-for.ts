/**
 * Loads an address anew, so that nothing read before stays in memory. Never settles: the page is on its way out,
 * and whatever would come after it must not run.
 */
export function leaveFor(address: string): Promise<never> {
  window.location.assign(address);
  return new Promise(() => undefined);
}
