import { listAccounts } from '@kycuong/api/access/list-accounts.ts';
import { ask } from '@kycuong/api/query.ts';
import { type AccountState, accountStates } from '@kycuong/domain/access/account-state.ts';
import { roles } from '@kycuong/domain/access/role.ts';
import { roleWords } from '@kycuong/domain/access/role-words.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { textOption } from '../command-line/arguments.ts';
import { roleOption } from '../command-line/role-option.ts';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

const stateWords: Record<AccountState, string> = {
  active: 'đang dùng',
  waiting: 'chưa đến ngày',
  ended: 'hết vai trò',
  locked: 'đã khóa',
};

/** `kycuong user list [--search WORDS] [--role ROLE] [--state STATE]` */
export function addUserList(user: Command): void {
  user
    .command('list')
    .description('danh sách tài khoản với vai trò và tình trạng')
    .option('--search <chữ>', 'tìm theo họ tên hoặc tên đăng nhập, không cần dấu')
    .option('--role <vai trò>', roles.join(', '))
    .option('--state <tình trạng>', accountStates.join(', '))
    .action(
      runs(async (context, args, options) => {
        if (args.length > 0) throw new UsageError('Lệnh này không nhận đối số; tìm bằng --search.');
        const q = textOption(options, 'search');
        const role = roleOption(options);
        const asked = textOption(options, 'state');
        const state = accountStates.find((known) => known === asked);
        if (asked !== undefined && state === undefined)
          throw new UsageError(`--state nhận một trong: ${accountStates.join(', ')}.`);
        const filter = { q, ...(role && { role }), ...(state && { state }) };
        const accounts = await ask(listAccounts, await actAs(context), filter);
        const lines = accounts.map(({ username, fullName, unitName, grants, state: stands }) => {
          const held = grants.map(
            (grant) => `${roleWords[grant.role].vi} (${grant.unitName ?? 'toàn hệ thống'})`,
          );
          return [username, fullName, unitName ?? '–', held.join(', ') || '–', stateWords[stands]].join(
            ' | ',
          );
        });
        return { data: { accounts }, text: [...lines, `${accounts.length} tài khoản.`].join('\n') };
      }),
    );
}
