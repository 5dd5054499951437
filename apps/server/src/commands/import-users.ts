import { type FileHandle, open } from 'node:fs/promises';
import { importUsers } from '@kycuong/api/access/import-users.ts';
import { previewUserImport } from '@kycuong/api/access/preview-user-import.ts';
import { carryOut } from '@kycuong/api/carry-out.ts';
import { ask } from '@kycuong/api/query.ts';
import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import { readTableFile } from '@kycuong/db/organisation/read-table.ts';
import { generatePassword } from '@kycuong/domain/access/generate-password.ts';
import { isUsername } from '@kycuong/domain/access/username.ts';
import { importTemplates } from '@kycuong/domain/organisation/import-template.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { fileArgument, textOption } from '../command-line/arguments.ts';
import { importOutcome } from '../command-line/import-outcome.ts';
import { addListOptions, listOptions } from '../command-line/list-options.ts';
import { runs } from '../command-line/runs.ts';
import { templateOutcome } from '../command-line/template-outcome.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong import users FILE [--passwords-to FILE] [--dry-run]` */
export function addImportUsers(imports: Command): void {
  addListOptions(imports.command('users [file]'))
    .description('nhập tài khoản và vai trò')
    .option('--passwords-to <tệp>', 'sinh mật khẩu cho tài khoản mới và ghi vào tệp mới này')
    .action(
      runs(async (context, args, options) => {
        if (options.template === true) return templateOutcome(importTemplates.users);
        const file = fileArgument(args);
        const { confirmed, dryRun, ...reading } = listOptions(options);
        const { rows, ...enclosed } = await readTableFile(file, importShapes.users, reading);
        const request = { ...(await actAs(context)), enclosed };
        const { source } = enclosed;
        const path = textOption(options, 'passwordsTo');
        if (dryRun) {
          const payload = { rows, confirmed, passwords: [], givesPasswords: path !== undefined };
          const { newUsernames, ...report } = await ask(previewUserImport, request, payload);
          const without = path === undefined ? '; chưa có mật khẩu (xem --passwords-to)' : '';
          const note =
            newUsernames.length > 0 ? `${newUsernames.length} tài khoản mới${without}.` : undefined;
          const { data, ...outcome } = importOutcome({ report, source, dryRun, note });
          return { ...outcome, data: { ...data, newUsernames } };
        }
        const target = path === undefined ? undefined : await openNew(path);
        try {
          const names = new Set(rows.map(({ values }) => values.username.trim().toLowerCase()));
          const passwords = [...names].filter(isUsername).map((username) => {
            return { username, password: generatePassword() };
          });
          const payload = { rows, confirmed, passwords: target === undefined ? [] : passwords };
          const { newUsernames, ...report } = await carryOut(importUsers, request, { id: uuidV7(), payload });
          const fresh = passwords.filter(({ username }) => newUsernames.includes(username));
          await target?.writeFile(
            [
              'username,password',
              ...fresh.map(({ username, password }) => `${username},${password}`),
              '',
            ].join('\n'),
          );
          const note = `${fresh.length} tài khoản mới; ${path === undefined ? 'chưa có mật khẩu (xem --passwords-to)' : `mật khẩu ở ${path}`}.`;
          return importOutcome({ report, source, dryRun, note: fresh.length === 0 ? undefined : note });
        } finally {
          await target?.close();
        }
      }),
    );
}

/** For the owner's eyes, and opened before anything is changed. @throws UsageError when it exists or cannot be made */
async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch {
    throw new UsageError(`--passwords-to ${path}: tệp đã có hoặc không tạo được.`);
  }
}
