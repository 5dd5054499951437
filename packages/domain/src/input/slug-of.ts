import { normalized } from './normalized.ts';

/** Lower-case ASCII words joined by hyphens: "Thị trấn" → "thi-tran". */
export function slugOf(text: string): string {
  return normalized(text, 'NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
