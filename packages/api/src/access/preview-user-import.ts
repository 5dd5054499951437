import { ImportUsers } from '@kycuong/domain/access/import-users.ts';
import { refusal } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { query } from '../query.ts';
import { planImport } from './import-users.ts';
import { withinReach } from './reach.ts';

/** What the import of users would report, and who would get an account, without importing. */
export const previewUserImport = query({
  input: ImportUsers,
  run: async (work) => {
    const reason = refusal(work.actor, 'access.import-users', withinReach(work.actor, 'administrator'));
    if (reason !== undefined) throw new DomainError('forbidden', reason);
    const { report, createAccounts } = await planImport(work);
    return { ...report, newUsernames: createAccounts.map(({ username }) => username) };
  },
});
