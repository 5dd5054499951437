import { publicKeyId } from '@kycuong/domain/sync/key-pair.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { recoveryInUse } from '../secrets/adopt-recovery.ts';
import { recoveryFiles } from '../secrets/recovery-key.ts';
import type { Check } from './check-database.ts';

/** Whether what tablets seal for the province can be opened here, and by nobody else who reads this disk. */
export async function checkRecovery({ connection, secretsFolder }: OpenDatabase): Promise<Check> {
  const name = 'Khóa khôi phục';
  const inUse = await recoveryInUse(connection);
  if (inUse === null) return { name, ok: true, detail: 'chưa có, được tạo ở lần chạy đầu tiên' };
  if ((await publicKeyId(inUse.publicKey)) !== inUse.id)
    return { name, ok: false, detail: `${inUse.id}: khóa công khai không khớp tên` };
  const files = await recoveryFiles(secretsFolder);
  const open = files.filter(({ isPrivate }) => !isPrivate);
  if (open.length > 0)
    return { name, ok: false, detail: `người khác đọc được ${open.map(({ path }) => path).join(', ')}` };
  const isHere = files.some(({ id }) => id === inUse.id);
  return { name, ok: true, detail: `${inUse.id}, khóa riêng ${isHere ? 'nằm ở đây' : 'giữ ở nơi khác'}` };
}
