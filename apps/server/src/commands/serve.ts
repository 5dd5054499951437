import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';
import { requireSafe } from '../host/listening.ts';
import { requireFreePort } from '../host/port-check.ts';
import { missingApps } from '../host/static-apps.ts';
import { addServeOptions, parseServeOptions } from './serve-options.ts';

/** `kycuong serve`: for a province's own server. Never loads the demo, never builds. */
export function addServe(program: Command): void {
  addServeOptions(
    program.command('serve').description('chạy hệ thống (không dựng, không nạp dữ liệu mẫu)'),
  ).action(
    runs(async (context, _args, options) => {
      // The host is half of the program; the other commands start without it.
      const { askedToStop, runHost } = await import('../host/run-host.ts');
      const listening = parseServeOptions(options);
      requireSafe(listening);
      await requireFreePort(listening);
      if (missingApps().length > 0) context.log('Giao diện chưa được dựng. Hãy chạy npm run build.');
      const host = await runHost(await context.openDatabase('server'), listening, context.log);
      // Before the address is told: who reads it may ask for the end at once.
      const stop = askedToStop();
      context.log(`Kỷ Cương đang chạy tại ${host.url}`);
      await stop;
      context.log('Đang dừng…');
      await host.close();
      return { data: { stopped: true }, text: 'Đã dừng.' };
    }),
  );
}
