import { holdings } from '@kycuong/api/access/holdings.ts';
import { lockAccount } from '@kycuong/api/access/lock-account.ts';
import { unlockAccount } from '@kycuong/api/access/unlock-account.ts';
import { carryOut } from '@kycuong/api/carry-out.ts';
import { ask } from '@kycuong/api/query.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { requiredText } from '../command-line/arguments.ts';
import { heldText } from '../command-line/held-text.ts';
import { namedAccount } from '../command-line/named-account.ts';
import { runs } from '../command-line/runs.ts';

const reasonOption = ['--reason <lý do>', 'ghi vào nhật ký'] as const;

/** `kycuong user lock USERNAME --reason WHY` and `kycuong user unlock USERNAME --reason WHY` */
export function addUserLock(user: Command): void {
  user
    .command('lock <username>')
    .description('khóa tài khoản, kết thúc mọi phiên; in những việc người đó còn giữ')
    .option(...reasonOption)
    .action(
      runs(async (context, args, options) => {
        const reason = requiredText(options, 'reason', '--reason <lý do>');
        const request = await actAs(context);
        const accountId = await namedAccount(request, args);
        const held = await ask(holdings, request, { accountId });
        await carryOut(lockAccount, request, { id: uuidV7(), payload: { accountId, reason } });
        const { fullName, ...holds } = held;
        return {
          data: { accountId, username: args[0], holdings: holds },
          text: [`Đã khóa tài khoản ${args[0]} (${fullName}).`, ...heldText(held)].join('\n'),
        };
      }),
    );
  user
    .command('unlock <username>')
    .description('mở khóa tài khoản; các phiên cũ không trở lại')
    .option(...reasonOption)
    .action(
      runs(async (context, args, options) => {
        const reason = requiredText(options, 'reason', '--reason <lý do>');
        const request = await actAs(context);
        const accountId = await namedAccount(request, args);
        await carryOut(unlockAccount, request, { id: uuidV7(), payload: { accountId, reason } });
        return { data: { accountId, username: args[0] }, text: `Đã mở khóa tài khoản ${args[0]}.` };
      }),
    );
}
