import type { Command } from 'commander';
import * as z from 'zod/mini';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { type Check, checkDatabase } from '../doctor/check-database.ts';
import { checkEvidence } from '../doctor/check-evidence.ts';
import { checkRecovery } from '../doctor/check-recovery.ts';
import { checkStorage } from '../doctor/check-storage.ts';
import { checkTrail } from '../doctor/check-trail.ts';
import { missingApps } from '../host/static-apps.ts';

const Options = z.object({ expectHead: z.optional(z.string()), allEvidence: z.optional(z.boolean()) });

/** `kycuong doctor`: what this installation stands on, and what is wrong with it. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('kiểm tra cài đặt, cơ sở dữ liệu, nhật ký và minh chứng')
    .option('--expect-head <số:mã>', 'số và mã của một niêm phong nhật ký đã ghi lại ở nơi khác')
    .option('--all-evidence', 'đọc mọi tệp minh chứng (mặc định: chọn ngẫu nhiên 200 tệp)')
    .action(
      runs(async (context, _args, options) => {
        const { expectHead, allEvidence = false } = Options.parse(options);
        const expected = expectHead === undefined ? undefined : readHead(expectHead);
        const database = await context.openDatabase();
        const ground = { database: database.connection.db, now: () => new Date() };
        const checks = [
          programCheck(),
          screensCheck(),
          ...(await checkDatabase(context, database)),
          ...(await checkTrail(ground, expected)),
          await checkRecovery(database),
          ...(await checkEvidence(ground, database, allEvidence)),
          ...(await checkStorage(ground, database)),
        ];
        const lines = checks.map(
          ({ name, ok, warns, detail }) => `${!ok ? 'Hỏng' : warns ? 'Lưu ý' : 'Đạt'}\t${name}: ${detail}`,
        );
        return { data: { checks }, text: lines.join('\n'), refused: checks.some((check) => !check.ok) };
      }),
    );
}

/** `N:HASH`, as an earlier run printed it. */
function readHead(text: string): { number: number; hash: string } {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (number === undefined || hash === undefined)
    throw new UsageError(`--expect-head ${text}: cần dạng SỐ:MÃ như doctor đã in.`);
  return { number: Number(number), hash };
}

function programCheck(): Check {
  return { name: 'Node', ok: Number(process.versions.node.split('.')[0]) >= 24, detail: process.version };
}

function screensCheck(): Check {
  const missing = missingApps().map(({ prefix }) => prefix);
  const detail = missing.length === 0 ? 'đã dựng' : `chưa dựng ${missing.join(', ')}`;
  return { name: 'Giao diện', ok: missing.length === 0, detail };
}
