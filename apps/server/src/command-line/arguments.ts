import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { UsageError } from './usage-error.ts';

type Options = Readonly<Record<string, unknown>>;

export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** @throws UsageError when the option is missing */
export function requiredText(options: Options, name: string, shown: string): string {
  const value = textOption(options, name);
  if (value === undefined) throw new UsageError(`Cần tùy chọn ${shown}.`);
  return value;
}

/** @throws UsageError when it is given and is no real date */
export function dateOption(options: Options, name: string, shown = `--${name}`): PlainDate | undefined {
  const value = textOption(options, name);
  if (value === undefined) return undefined;
  const date = PlainDate.safeParse(value);
  if (!date.success) throw new UsageError(`${shown} ${value}: cần một ngày có thật dạng năm-tháng-ngày.`);
  return date.data;
}

/** @throws UsageError when it is missing or no real date */
export function requiredDate(options: Options, name: string, shown = `--${name}`): PlainDate {
  const date = dateOption(options, name, shown);
  if (date === undefined) throw new UsageError(`Cần tùy chọn ${shown} <năm-tháng-ngày>.`);
  return date;
}

/** @throws UsageError unless exactly one file is named */
export function fileArgument(args: readonly string[]): string {
  const [file, ...others] = args;
  if (file === undefined || others.length > 0) throw new UsageError('Cần đúng một tệp.');
  return file;
}
