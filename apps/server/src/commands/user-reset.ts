import { resetPassword } from '@kycuong/api/access/reset-password.ts';
import { carryOut } from '@kycuong/api/carry-out.ts';
import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import { slipHours } from '@kycuong/domain/access/reset-password.ts';
import { clockInVietnam, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { namedAccount } from '../command-line/named-account.ts';
import { runs } from '../command-line/runs.ts';

/** `kycuong user reset USERNAME` */
export function addUserReset(user: Command): void {
  user
    .command('reset <username>')
    .description(
      `thay mật khẩu bằng một mã dùng trong ${slipHours} giờ, in một lần; mật khẩu cũ và các phiên hết hiệu lực`,
    )
    .action(
      runs(async (context, args) => {
        const request = await actAs(context);
        const accountId = await namedAccount(request, args);
        const code = generatePaperCode();
        const payload = { accountId, code };
        const { username, until } = await carryOut(resetPassword, request, { id: uuidV7(), payload });
        const at = new Date(until);
        const [year, month, day] = dateInVietnam(at).split('-');
        const text = [
          `Mã đăng nhập của ${username} (chỉ hiện một lần): ${code}`,
          `Dùng thay mật khẩu đến ${day}/${month}/${year} ${clockInVietnam(at)} (giờ Việt Nam); đăng nhập xong phải đặt mật khẩu riêng.`,
        ].join('\n');
        return { data: { accountId, username, code, until }, text };
      }),
    );
}
