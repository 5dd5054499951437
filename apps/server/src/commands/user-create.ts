import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong user create` */
export function addUserCreate(user: Command): void {
  user
    .command('create <username>')
    .description('tạo tài khoản; mật khẩu đọc từ đầu vào chuẩn hoặc được sinh ra')
    .requiredOption('--name <họ tên>', 'họ và tên')
    .requiredOption('--role <vai trò>', 'vai trò')
    .option('--unit <mã>', 'mã đơn vị')
    .option('--email <địa chỉ>', 'thư điện tử')
    .option('--generate', 'sinh mật khẩu và in ra một lần')
    .action(
      runs(async () => {
        throw new UsageError('Lệnh này chưa dùng được.');
      }),
    );
}
