import { ImportUsers } from '@kycuong/domain/access/import-users.ts';
import { refusal } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { importActs } from '../import-acts.ts';
import { query } from '../query.ts';
import { planImport } from './import-users.ts';

/** What the import of users would report, and who would get an account and with it a first password, without importing. */
export const previewUserImport = query({
  input: ImportUsers,
  run: async (work) => {
    const reason = refusal(work.actor, importActs.users.action, importActs.users.place(work.actor));
    if (reason !== undefined) throw new DomainError('forbidden', reason);
    const { report, createAccounts } = await planImport(work, () => true);
    return { ...report, newUsernames: createAccounts.map(({ username }) => username) };
  },
});
