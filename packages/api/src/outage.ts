import { DomainError } from '@kycuong/domain/error/domain-error.ts';

const full = ['ENOSPC', 'EDQUOT', '53100'];
const away = [
  ...['ECONNREFUSED', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  // PostgreSQL: ends, has crashed, starts.
  ...['57P01', '57P02', '57P03'],
];

/**
 * What a failure of the machine means, however deep it is wrapped: no room on a disk, no database just now. It passes, and
 * nothing of the request was kept; so it is told to whoever asked, and never becomes a command's stored refusal.
 */
export function outageOf(error: unknown): DomainError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && full.includes(code))
    return new DomainError('unavailable', 'system.disk-full');
  if (typeof code === 'string' && away.includes(code))
    return new DomainError('unavailable', 'system.database-away');
  return outageOf(error.cause);
}
