import { createAccount } from '@kycuong/api/access/create-account.ts';
import { hasAccounts } from '@kycuong/api/access/has-accounts.ts';
import { carryOut } from '@kycuong/api/carry-out.ts';
import { unitByCode } from '@kycuong/api/organisation/unit-by-code.ts';
import { ask } from '@kycuong/api/query.ts';
import type { Request } from '@kycuong/api/work.ts';
import { generatePassword } from '@kycuong/domain/access/generate-password.ts';
import { type Role, roles } from '@kycuong/domain/access/role.ts';
import { roleWords } from '@kycuong/domain/access/role-words.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { textOption } from '../command-line/arguments.ts';
import { readPassword } from '../command-line/read-password.ts';
import { needsRole, roleOption } from '../command-line/role-option.ts';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong user create USERNAME [--name NAME] [--role ROLE] [--unit CODE] [--email ADDRESS] [--generate]` */
export function addUserCreate(user: Command): void {
  user
    .command('create [username]')
    .description('tạo tài khoản; mật khẩu đọc từ đầu vào chuẩn, nếu không có thì sinh ra và in một lần')
    .option('--username <tên đăng nhập>', 'thay cho đối số')
    .option('--name <họ tên>', 'họ và tên (mặc định: tên đăng nhập)')
    .option('--role <vai trò>', `${roles.join(', ')}; tài khoản đầu tiên mặc định là administrator`)
    .option('--unit <mã>', 'mã đơn vị; quản trị viên không gắn đơn vị thì quản trị toàn hệ thống')
    .option('--email <địa chỉ>', 'thư điện tử')
    .option('--generate', 'luôn sinh mật khẩu, không đọc đầu vào chuẩn')
    .action(
      runs(async (context, args, options) => {
        const username = args[0] ?? textOption(options, 'username');
        if (username === undefined || args.length > 1) throw new UsageError('Cần đúng một tên đăng nhập.');
        const named = roleOption(options);
        const request = await actAs(context);
        const role = named ?? (await firstRole(request));
        const today = dateInVietnam(request.ground.now());
        const code = textOption(options, 'unit');
        const unit = code === undefined ? undefined : await ask(unitByCode, request, { code, on: today });
        const given = options.generate === true ? undefined : await readPassword(process.stdin);
        const password = given ?? generatePassword();
        const unitId = unit?.id ?? null;
        const payload = {
          accountId: uuidV7(),
          username,
          fullName: textOption(options, 'name') ?? username,
          email: textOption(options, 'email') ?? null,
          unitId,
          grants: [{ role, unitId, validFrom: today, validUntil: null }],
          password,
          chosen: given !== undefined,
        };
        const created = await carryOut(createAccount, request, { id: uuidV7(), payload });
        const shown = given === undefined ? { password } : {};
        const text = [
          `Đã tạo tài khoản ${created.username} (${roleWords[role].vi}, ${unit?.name ?? 'toàn hệ thống'}).`,
          ...(given === undefined ? [`Mật khẩu (chỉ hiện một lần): ${password}`] : []),
        ].join('\n');
        return { data: { ...created, role, unitCode: code ?? null, ...shown }, text };
      }),
    );
}

async function firstRole(request: Request): Promise<Role> {
  if (await ask(hasAccounts, request, undefined)) throw new UsageError(needsRole);
  return 'administrator';
}
