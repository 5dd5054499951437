import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import postgres from 'postgres';

/** What may be shown of an address: never its password. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return '?';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/** The same server under another database, role or password. */
export function readdress(
  url: string,
  change: { readonly database?: string; readonly role?: string; readonly password?: string },
): string {
  const address = new URL(url);
  if (change.database !== undefined) address.pathname = `/${encodeURIComponent(change.database)}`;
  if (change.role !== undefined) address.username = encodeURIComponent(change.role);
  if (change.password !== undefined) address.password = encodeURIComponent(change.password);
  return address.href;
}

/** The refusal to show when a server did not let us in; other errors are passed through as they are. */
export function connectionRefusal(url: string, error: unknown): unknown {
  const reason = refusalReason(error);
  if (reason === undefined) return error;
  return new DomainError('conflict', 'system.database-unreachable', {
    address: withoutPassword(url),
    reason,
  });
}

function refusalReason(error: unknown): string | undefined {
  if (error instanceof DomainError) return undefined;
  if (error instanceof postgres.PostgresError) {
    // Class 28: who we say we are; 3D: no such database; 53: no room; 57P03: starting or stopping.
    return /^(28|3D|53|57P)/.test(error.code) ? error.message : undefined;
  }
  if (!(error instanceof Error)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
