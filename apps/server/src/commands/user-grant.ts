import { beginRole } from '@kycuong/api/access/begin-role.ts';
import { carryOut } from '@kycuong/api/carry-out.ts';
import { unitByCode } from '@kycuong/api/organisation/unit-by-code.ts';
import { ask } from '@kycuong/api/query.ts';
import { roles } from '@kycuong/domain/access/role.ts';
import { roleWords } from '@kycuong/domain/access/role-words.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { dateOption, textOption } from '../command-line/arguments.ts';
import { namedAccount } from '../command-line/named-account.ts';
import { needsRole, roleOption } from '../command-line/role-option.ts';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong user grant USERNAME --role ROLE [--unit CODE] [--from DAY] [--until DAY]` */
export function addUserGrant(user: Command): void {
  user
    .command('grant <username>')
    .description('giao thêm một vai trò, từ một ngày')
    .option('--role <vai trò>', roles.join(', '))
    .option('--unit <mã>', 'mã đơn vị có hiệu lực vào ngày bắt đầu; bỏ trống: toàn hệ thống')
    .option('--from <năm-tháng-ngày>', 'ngày bắt đầu (mặc định: hôm nay)')
    .option('--until <năm-tháng-ngày>', 'ngày cuối cùng (mặc định: chưa định)')
    .action(
      runs(async (context, args, options) => {
        const role = roleOption(options);
        if (role === undefined) throw new UsageError(needsRole);
        const validUntil = dateOption(options, 'until') ?? null;
        const code = textOption(options, 'unit');
        const request = await actAs(context);
        const validFrom = dateOption(options, 'from') ?? dateInVietnam(request.ground.now());
        const accountId = await namedAccount(request, args);
        const unit = code === undefined ? undefined : await ask(unitByCode, request, { code, on: validFrom });
        const grant = { role, unitId: unit?.id ?? null, validFrom, validUntil };
        const payload = { grantId: uuidV7(), accountId, grant };
        const { grantId, needsSlip } = await carryOut(beginRole, request, { id: uuidV7(), payload });
        const slip = needsSlip
          ? ' Mã hoặc mật khẩu được cấp không còn hiệu lực: người này cần phiếu mới (kycuong user reset).'
          : '';
        const until = validUntil === null ? '' : ` đến hết ${validUntil}`;
        return {
          data: { grantId, accountId, username: args[0], ...grant, unitCode: code ?? null, needsSlip },
          text: `Đã giao vai trò ${roleWords[role].vi} (${unit?.name ?? 'toàn hệ thống'}) cho ${args[0]} từ ${validFrom}${until}.${slip}`,
        };
      }),
    );
}
