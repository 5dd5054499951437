/** Levels of objects and lists within one another: far more than anything that we take has. */
export const mostLevels = 40;

/** What is nested thousands deep fits into any size limit, and overflows the stack of whoever walks it, ours or PostgreSQL's. */
export function isTooDeep(value: unknown, levels = mostLevels): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isTooDeep(part, levels - 1));
}
