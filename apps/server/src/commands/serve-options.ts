import { isIP } from 'node:net';
import { type Command, Option } from 'commander';
import * as z from 'zod/mini';
import { UsageError } from '../command-line/usage-error.ts';
import type { Listening } from '../host/listening.ts';

const Options = z.object({
  port: z.string(),
  host: z.string(),
  publicUrl: z.optional(z.string()),
  proxy: z.optional(z.string()),
});

/** The options that `start` and `serve` share. */
export function addServeOptions(command: Command): Command {
  return command
    .option('--port <số>', 'cổng', '3000')
    .option('--host <địa chỉ>', 'địa chỉ lắng nghe', '127.0.0.1')
    .option('--public-url <địa chỉ>', 'địa chỉ https:// mà người dùng mở, khi có máy chủ đứng trước')
    .addOption(
      new Option(
        '--proxy <địa chỉ>',
        'địa chỉ hoặc dải (CIDR) của máy chủ đứng trước, cách nhau bằng dấu phẩy; mặc định: chính máy này',
      ).env('PROXY_ADDRESSES'),
    )
    .option('--demo', 'cho phép dữ liệu mẫu cùng với --public-url');
}

/** @throws UsageError for what is no port, no https address, no address of a proxy */
export function parseServeOptions(options: Record<string, unknown>): Listening {
  const { port, host, publicUrl, proxy } = Options.parse(options);
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535) throw new UsageError(`--port ${port}: không phải một cổng.`);
  const proxies = proxy === undefined ? {} : { proxies: parseProxies(proxy) };
  if (publicUrl === undefined) return { port: number, host, publicUrl: undefined, ...proxies };
  if (!URL.canParse(publicUrl) || new URL(publicUrl).protocol !== 'https:') {
    throw new UsageError(`--public-url ${publicUrl}: cần một địa chỉ https://`);
  }
  return { port: number, host, publicUrl: new URL(publicUrl), ...proxies };
}

function parseProxies(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  for (const part of parts) {
    const [address = '', bits] = part.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    const isBlock = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    // A block of everything would believe every caller's word about himself.
    if (isIP(address) === 0 || !isBlock || bits === '0')
      throw new UsageError(`--proxy ${part}: cần một địa chỉ IP hoặc một dải CIDR.`);
  }
  return parts;
}
