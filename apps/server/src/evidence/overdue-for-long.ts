/**
 * Tells whether something has been overdue for so long by this process's own time. A clock that is a year ahead for a
 * while makes everything overdue at once, and must not throw away what a tablet is sending or what nobody has looked at.
 */
export function overdueForLong(
  longMs: number,
  now = () => performance.now(),
): (name: string, changedAt: Date) => boolean {
  const since = new Map<string, number>();
  return (name, changedAt) => {
    // What has changed meanwhile begins anew.
    const version = `${name} ${changedAt.getTime()}`;
    const first = since.get(version) ?? now();
    since.set(version, first);
    if (now() - first < longMs) return false;
    since.delete(version);
    return true;
  };
}
