import type { Command } from 'commander';
import { textOption } from './arguments.ts';

/** What may be said of every list beside its file. */
export interface ListOptions {
  readonly sheet: string | undefined;
  readonly ignore: readonly string[];
  readonly confirmed: string[];
  readonly dryRun: boolean;
}

const collect = (value: string, earlier: readonly string[]) => [...earlier, value];
const none: readonly string[] = [];

export function addListOptions(command: Command): Command {
  return command
    .option('--sheet <tên>', 'trang tính cần đọc của tệp XLSX')
    .option('--ignore <cột>', 'không đọc cột có tiêu đề này; dùng được nhiều lần', collect, none)
    .option('--confirm <mã>', 'đồng ý với câu hỏi mang mã này; dùng được nhiều lần', collect, none)
    .option('--dry-run', 'chỉ kiểm tra, không ghi')
    .option('--template', 'in tệp mẫu dạng CSV');
}

export function listOptions(options: Readonly<Record<string, unknown>>): ListOptions {
  return {
    sheet: textOption(options, 'sheet'),
    ignore: textsOf(options.ignore),
    confirmed: textsOf(options.confirm),
    dryRun: options.dryRun === true,
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
