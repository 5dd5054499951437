import { join } from 'node:path';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { listStaged } from '../evidence/clear-staging.ts';
import { readFolderMarks } from '../evidence/folder-mark.ts';
import { foreignFolder } from '../evidence/foreign-folder.ts';
import { inspectStore, type StoreVerdict } from '../evidence/inspect-store.ts';
import { listLying, listUnnamed } from '../evidence/list-unnamed.ts';
import type { Check } from './check-database.ts';

const sampled = 200;
const day = 24 * 60 * 60_000;

const inMegabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);

function storeDetail({ inspected, received, missing, wrong }: StoreVerdict): string {
  const parts = [`đã đọc ${inspected}/${received} tệp`];
  if (missing.length > 0) parts.push(`thiếu ${missing.length}: ${missing.slice(0, 3).join(', ')}`);
  if (wrong.length > 0) parts.push(`sai nội dung ${wrong.length}: ${wrong.slice(0, 3).join(', ')}`);
  return parts.join('; ');
}

/** Photos and files: whether the folder is the database's, its originals what they were, and what was left half sent. */
export async function checkEvidence(
  ground: Ground,
  { evidenceFolder, keepUploadsDays }: Pick<OpenDatabase, 'evidenceFolder' | 'keepUploadsDays'>,
  all: boolean,
): Promise<Check[]> {
  const marks = await readFolderMarks(ground, evidenceFolder);
  const store = await inspectStore(ground, diskStore(evidenceFolder), all ? undefined : sampled);
  const staged = await listStaged(join(evidenceFolder, 'staging'));
  const unnamed = await listUnnamed(ground, join(evidenceFolder, 'store'));
  const drawn = await listLying(join(evidenceFolder, 'renditions'));
  const old = staged.filter(
    ({ grewAt }) => ground.now().getTime() - grewAt.getTime() > keepUploadsDays * day,
  );
  const megabytes = inMegabytes(staged.reduce((sum, { bytes }) => sum + bytes, 0));
  return [
    {
      name: 'Thư mục minh chứng',
      ok: marks.expected === undefined || marks.expected === marks.found,
      detail:
        marks.expected === undefined || marks.expected === marks.found
          ? evidenceFolder
          : foreignFolder(evidenceFolder, marks),
    },
    {
      name: 'Tệp minh chứng',
      ok: store.missing.length + store.wrong.length === 0,
      detail: storeDetail(store),
    },
    {
      name: 'Tệp không có bản ghi',
      ok: true,
      warns: unnamed.files > 0,
      detail: `${unnamed.files} tệp, ${inMegabytes(unnamed.bytes)} MB`,
    },
    {
      name: 'Ảnh thu nhỏ',
      ok: true,
      detail: `${drawn.files} tệp, ${inMegabytes(drawn.bytes)} MB; xóa được, máy chủ vẽ lại khi cần`,
    },
    {
      name: 'Tệp đang gửi dở',
      ok: true,
      warns: old.length > 0,
      detail: `${staged.length} tệp, ${megabytes} MB${old.length > 0 ? `; ${old.length} tệp bỏ dở quá ${keepUploadsDays} ngày` : ''}`,
    },
  ];
}
