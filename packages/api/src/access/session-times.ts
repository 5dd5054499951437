const hour = 3_600_000;

/** Unused for so long, a session is over. */
export const idleMs = 12 * hour;

/** How far a clock may have been ahead of what it is now: a session from beyond that was made at no time that there was. */
const leewayMs = 10 * 60_000;

/** What bears a later time was made or used by a clock that was ahead. */
export const latestNow = (now: Date) => new Date(now.getTime() + leewayMs);

/** How finely it is known when a session was used last. */
const usedWithinMs = hour / 4;

/** After how long a session is over however much it is used. */
export interface SessionLimits {
  readonly consoleMs: number;
  readonly tabletMs: number;
  /** One that is good only for setting a password. */
  readonly limitedMs: number;
}
export const usualLimits: SessionLimits = {
  consoleMs: 12 * hour,
  tabletMs: 30 * 24 * hour,
  limitedMs: hour,
};

interface Times {
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

/** When a session that is used now, and for the first time or again, ends unless it is used once more. */
export function nextEnd({ endsAt }: Pick<Times, 'endsAt'>, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleMs, endsAt.getTime()));
}

/**
 * Whether an open session has to be looked at once more before it is used: in the second half of its time it is prolonged,
 * and one that has longer to go than any has was made by a clock that was ahead.
 */
export function mustBeAsked(expiresAt: Date, now: Date): boolean {
  const rest = expiresAt.getTime() - now.getTime();
  return rest <= idleMs / 2 || rest > idleMs + leewayMs;
}

export function isOver({ createdAt, expiresAt, endsAt }: Times, now: Date): boolean {
  return expiresAt <= now || endsAt <= now || createdAt > latestNow(now);
}

/** What use changes of a session's times; undefined: nothing, as mostly. */
export function changedByUse(times: Times, now: Date): Pick<Times, 'lastUsedAt' | 'expiresAt'> | undefined {
  const until = nextEnd(times, now);
  const prolonged = mustBeAsked(times.expiresAt, now) && until.getTime() !== times.expiresAt.getTime();
  if (!prolonged && now.getTime() - times.lastUsedAt.getTime() < usedWithinMs) return undefined;
  return { lastUsedAt: now, expiresAt: prolonged ? until : times.expiresAt };
}
