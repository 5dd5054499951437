import { endRole } from '@kycuong/api/access/end-role.ts';
import { endSessions } from '@kycuong/api/access/end-sessions.ts';
import { getAccount } from '@kycuong/api/access/get-account.ts';
import { holdings } from '@kycuong/api/access/holdings.ts';
import { carryOut } from '@kycuong/api/carry-out.ts';
import { ask } from '@kycuong/api/query.ts';
import type { Request } from '@kycuong/api/work.ts';
import { type Role, roles } from '@kycuong/domain/access/role.ts';
import { roleWords } from '@kycuong/domain/access/role-words.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { dateOption, textOption } from '../command-line/arguments.ts';
import { heldText } from '../command-line/held-text.ts';
import { namedAccount } from '../command-line/named-account.ts';
import type { Outcome } from '../command-line/outcome.ts';
import { roleOption } from '../command-line/role-option.ts';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong user end USERNAME [--role ROLE] [--unit CODE_OR_NAME] [--on DAY]` and `kycuong user end USERNAME --sessions` */
export function addUserEnd(user: Command): void {
  user
    .command('end <username>')
    .description('kết thúc một vai trò theo ngày, hoặc mọi phiên đăng nhập')
    .option('--role <vai trò>', `khi người đó có nhiều vai trò: ${roles.join(', ')}`)
    .option('--unit <mã hoặc tên>', 'khi vai trò đó có ở nhiều đơn vị')
    .option('--on <năm-tháng-ngày>', 'ngày cuối cùng (mặc định: hôm nay)')
    .option('--sessions', 'chỉ kết thúc các phiên đăng nhập')
    .action(
      runs(async (context, args, options) => {
        const role = roleOption(options);
        const unit = textOption(options, 'unit');
        const request = await actAs(context);
        const lastDay = dateOption(options, 'on') ?? dateInVietnam(request.ground.now());
        const accountId = await namedAccount(request, args);
        if (options.sessions === true) return endAllSessions(request, accountId, args[0]);
        const held = await heldRole(request, accountId, { role, unit });
        const payload = { grantId: held.id, lastDay };
        const { validUntil } = await carryOut(endRole, request, { id: uuidV7(), payload });
        const open = await ask(holdings, request, { accountId });
        const { fullName, ...holds } = open;
        const place = held.unitName ?? 'toàn hệ thống';
        const end = validUntil === null ? 'đã thu hồi, chưa từng có hiệu lực' : `hết ngày ${validUntil}`;
        return {
          data: { grantId: held.id, accountId, role: held.role, lastDay: validUntil, holdings: holds },
          text: [
            `${roleWords[held.role].vi} (${place}) của ${args[0]} (${fullName}): ${end}.`,
            ...heldText(open),
          ].join('\n'),
        };
      }),
    );
}

async function endAllSessions(request: Request, accountId: string, username = ''): Promise<Outcome> {
  const { ended } = await carryOut(endSessions, request, { id: uuidV7(), payload: { accountId } });
  return { data: { accountId, username, ended }, text: `Đã kết thúc ${ended} phiên của ${username}.` };
}

/** @throws UsageError when more than one role is meant, DomainError when none is */
async function heldRole(
  request: Request,
  accountId: string,
  { role, unit }: { readonly role: Role | undefined; readonly unit: string | undefined },
) {
  const today = dateInVietnam(request.ground.now());
  const { roles: all } = await ask(getAccount, request, { accountId });
  const meant = all
    .filter(({ validUntil }) => validUntil === null || validUntil >= today)
    .filter((held) => role === undefined || held.role === role)
    .filter((held) => unit === undefined || [held.unitName, held.unitCode, held.unitId].includes(unit));
  const [only, ...others] = meant;
  if (only === undefined) throw new DomainError('not-found', 'access.no-such-role');
  if (others.length > 0) {
    const choices = meant.map((held) => `${held.role} (${held.unitName ?? 'toàn hệ thống'})`);
    throw new UsageError(
      `Có ${meant.length} vai trò, hãy nêu rõ bằng --role và --unit: ${choices.join('; ')}.`,
    );
  }
  return only;
}
