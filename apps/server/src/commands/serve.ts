import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';
import { requireNoDemo } from '../demo/require-no-demo.ts';
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
      const { runHost } = await import('../host/run-host.ts');
      const { untilEnd } = await import('../host/until-end.ts');
      const listening = parseServeOptions(options);
      requireSafe(listening);
      await requireFreePort(listening);
      if (missingApps().length > 0) context.log('Giao diện chưa được dựng. Hãy chạy npm run build.');
      const database = await context.openDatabase('server');
      await requireNoDemo(database.connection, listening, options.demo === true);
      const host = await runHost(database, listening, context.log);
      // Before the address is told: who reads it may ask for the end at once.
      const end = untilEnd(database.addresses.lost, context.log);
      context.log(`Kỷ Cương đang chạy tại ${host.url}`);
      const ending = await end;
      context.log('Đang dừng…');
      await host.close();
      if (ending !== undefined) throw ending.failure;
      return { data: { stopped: true }, text: 'Đã dừng.' };
    }),
  );
}
