import { createPublicKey } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import { handIn } from '@kycuong/api/sync/hand-in.ts';
import { errorText, isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { importPrivateKey, publicKeyId } from '@kycuong/domain/sync/key-pair.ts';
import type { WebKey } from '@kycuong/domain/sync/web-key.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { fileArgument, textOption } from '../command-line/arguments.ts';
import type { Outcome } from '../command-line/outcome.ts';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { fileSource } from '../parcel/file-source.ts';
import { openKeys } from '../secrets/open-keys.ts';

/** `kycuong import field-parcel FILE --as USER [--key PEM]` */
export function addImportFieldParcel(imports: Command): void {
  imports
    .command('field-parcel [file]')
    .description('nhập gói niêm phong từ máy tính bảng (.kycuong)')
    .option('--key <tệp>', 'khóa khôi phục của tỉnh (PEM), khi máy chủ không giữ')
    .action(
      runs(async (context, args, options) => {
        const path = fileArgument(args);
        // Work comes in by a person who may work at those visits, never by the operating system's account.
        if (context.as === undefined) throw new UsageError('Cần tùy chọn --as <tài khoản>.');
        const given = textOption(options, 'key');
        const recovery = given === undefined ? undefined : await recoveryFrom(given);
        const file = await opened(path);
        try {
          const request = await actAs(context);
          const { evidenceFolder, secretsFolder } = await context.openDatabase();
          const kept = await openKeys(secretsFolder);
          return parcelOutcome(
            await handIn(request.ground, request, {
              source: await fileSource(file),
              store: diskStore(evidenceFolder),
              recovery: recovery ?? kept.recoveryPrivateKey,
            }),
          );
        } finally {
          await file.close();
        }
      }),
    );
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch {
    throw new UsageError(`${path}: không mở được tệp.`);
  }
}

async function recoveryFrom(path: string): Promise<(id: string) => Promise<WebKey | undefined>> {
  const pem = await readFile(path, 'utf8').catch(() => undefined);
  if (pem === undefined) throw new UsageError(`--key ${path}: không mở được tệp.`);
  const privateKey = await importPrivateKey(pem);
  const spki = createPublicKey(pem).export({ type: 'spki', format: 'der' });
  const own = await publicKeyId(spki.toString('base64url'));
  return async (id) => (id === own ? privateKey : undefined);
}

const words = {
  applied: 'đã nhận',
  conflict: 'đã nhận, có bản khác',
  refused: 'bị từ chối',
  quarantined: 'chờ trưởng đoàn',
  'not-taken': 'không nhận',
  failed: 'máy chủ gặp sự cố, hãy nhập lại',
} as const;

function parcelOutcome(answer: HandedIn): Outcome {
  const { commands, photos, proven, parcelId } = answer;
  const counts = Object.entries(words).map(([status, word]) => {
    const some = commands.filter((one) => one.status === status);
    return { status, word, count: some.length };
  });
  const before = commands.filter((one) => one.before).length;
  const awaited = photos.filter(({ status }) => status === 'awaited').length;
  const text = [
    `Gói niêm phong ${parcelId}: ${commands.length} bản ghi, ${photos.length} ảnh; ${before} bản ghi máy chủ đã có từ trước.`,
    ...(proven ? [] : ['Chữ ký của máy không chứng minh được người viết.']),
    ...counts.flatMap(({ word, count }) => (count > 0 ? [`  ${word}: ${count}`] : [])),
    ...(awaited > 0 ? [`  ảnh còn chờ: ${awaited}`] : []),
    ...commands.flatMap(({ id, status, reason }) =>
      reason === null ? [] : [`  ${id} ${words[status]}: ${saidOf(reason)}`],
    ),
  ];
  const unfinished = commands.length > 0 && commands.every(({ status }) => status === 'not-taken');
  return { data: { ...answer }, text: text.join('\n'), refused: unfinished };
}

function saidOf({ key, details }: NonNullable<HandedIn['commands'][number]['reason']>): string {
  return isErrorKey(key) ? errorText(key, 'vi', details) : key;
}
