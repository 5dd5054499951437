import { queryClient } from './api.ts';

/**
 * Loads an address anew, so that nothing read before stays in memory: neither of this page, nor of what the browser may keep
 * of it for the way back. Never settles: the page is on its way out,
 * and whatever would come after it must not run.
 */
export function leaveFor(address: string): Promise<never> {
  queryClient.clear();
  window.location.replace(address);
  return new Promise(() => undefined);
}
