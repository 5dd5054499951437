import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { runs } from '../command-line/runs.ts';
import { adoptRecovery, readPublicKey, recoveryInUse } from '../secrets/adopt-recovery.ts';
import { recoveryFiles, renewRecoveryPair } from '../secrets/recovery-key.ts';

/** `kycuong recovery-key show` and `kycuong recovery-key rotate [--public FILE]`. */
export function addRecoveryKey(program: Command): void {
  const recovery = program.command('recovery-key').description('khóa khôi phục của tỉnh');
  recovery
    .command('show')
    .description('khóa đang dùng và nơi giữ khóa riêng')
    .action(
      runs(async (context) => {
        const { connection, secretsFolder } = await context.openDatabase();
        const inUse = await recoveryInUse(connection);
        const files = await recoveryFiles(secretsFolder);
        const data = { inUse, privateKeys: files.map(({ id, path }) => ({ id, path })) };
        if (inUse === null)
          return { data, text: 'Chưa có khóa khôi phục; máy chủ tạo khóa ở lần chạy đầu tiên.' };
        const here = files.find(({ id }) => id === inUse.id);
        const place = here ? here.path : 'không nằm trên máy chủ này';
        return {
          data,
          text: `Đang dùng: ${inUse.id}\nKhóa công khai: ${inUse.publicKey}\nKhóa riêng: ${place}`,
        };
      }),
    );
  recovery
    .command('rotate')
    .description('tạo cặp khóa mới, hoặc đưa một khóa công khai vào dùng')
    .option('--public <tệp>', 'tệp PEM của khóa công khai; khóa riêng giữ ở nơi khác')
    .action(
      runs(async (context, _args, options) => {
        const { connection, secretsFolder } = await context.openDatabase();
        const { caller } = await actAs(context);
        const publicKey =
          typeof options.public === 'string'
            ? await readPublicKey(options.public)
            : await renewRecoveryPair(secretsFolder);
        const id = await adoptRecovery(connection, publicKey, { onlyFirst: false, by: caller });
        return {
          data: { id, publicKey },
          text: `Khóa khôi phục đang dùng: ${id}. Máy tính bảng dùng khóa này từ lần liên lạc tới. Giữ lại các khóa riêng cũ.`,
        };
      }),
    );
}
