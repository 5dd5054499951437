import type { Command } from 'commander';
import * as z from 'zod/mini';
import { UsageError } from '../command-line/usage-error.ts';
import type { Listening } from '../host/listening.ts';

const Options = z.object({
  port: z.string(),
  host: z.string(),
  publicUrl: z.optional(z.string()),
});

/** The options that `start` and `serve` share. */
export function addServeOptions(command: Command): Command {
  return command
    .option('--port <số>', 'cổng', '3000')
    .option('--host <địa chỉ>', 'địa chỉ lắng nghe', '127.0.0.1')
    .option('--public-url <địa chỉ>', 'địa chỉ https:// mà người dùng mở, khi có máy chủ đứng trước');
}

/** @throws UsageError for what is no port or no https address */
export function parseServeOptions(options: Record<string, unknown>): Listening {
  const { port, host, publicUrl } = Options.parse(options);
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535) throw new UsageError(`--port ${port}: không phải một cổng.`);
  if (publicUrl === undefined) return { port: number, host, publicUrl: undefined };
  if (!URL.canParse(publicUrl) || new URL(publicUrl).protocol !== 'https:') {
    throw new UsageError(`--public-url ${publicUrl}: cần một địa chỉ https://`);
  }
  return { port: number, host, publicUrl: new URL(publicUrl) };
}
