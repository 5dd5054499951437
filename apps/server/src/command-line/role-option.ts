import { type Role, roles } from '@kycuong/domain/access/role.ts';
import { textOption } from './arguments.ts';
import { UsageError } from './usage-error.ts';

export const needsRole = `Cần --role, một trong: ${roles.join(', ')}.`;

/** @throws UsageError when it is given and is no role */
export function roleOption(options: Readonly<Record<string, unknown>>): Role | undefined {
  const asked = textOption(options, 'role');
  const named = roles.find((known) => known === asked);
  if (asked !== undefined && named === undefined) throw new UsageError(needsRole);
  return named;
}
