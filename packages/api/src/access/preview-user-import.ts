import { ImportUsers } from '@kycuong/domain/access/import-users.ts';
import { refusal } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import * as z from 'zod/mini';
import { importActs } from '../import-acts.ts';
import { query } from '../query.ts';
import { planImport } from './import-users.ts';

/**
 * What the import of users would report, and who would get an account and with it a first password, without importing. Whoever
 * gets no password cannot come in, and takes nobody's place as an administrator.
 */
export const previewUserImport = query({
  input: z.extend(ImportUsers, { givesPasswords: z._default(z.boolean(), true) }),
  run: async (work) => {
    const reason = refusal(work.actor, importActs.users.action, importActs.users.place(work.actor));
    if (reason !== undefined) throw new DomainError('forbidden', reason);
    const { report, createAccounts } = await planImport(work, () => work.input.givesPasswords);
    return { ...report, newUsernames: createAccounts.map(({ username }) => username) };
  },
});
