import { join } from 'node:path';
import { type FolderMarks, markName } from './folder-mark.ts';

/** What to say to whoever starts a server beside a folder that is not the database's. */
export function foreignFolder(folder: string, { expected }: FolderMarks): string {
  return [
    `Thư mục minh chứng ${folder} không phải của cơ sở dữ liệu này: ảnh và tệp đã nhận nằm ở thư mục khác.`,
    'Các máy chủ cùng một cơ sở dữ liệu phải dùng chung một thư mục (EVIDENCE_FOLDER).',
    `Nếu đã chuyển đủ tệp sang đây, hãy ghi dòng ${expected} vào tệp ${join(folder, markName)}.`,
  ].join(' ');
}
