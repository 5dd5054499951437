import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { holdReserve } from '../sync/storage-room.ts';
import { saving, troubleNow } from './save-trouble.ts';

const full = () => new DOMException('no room', 'QuotaExceededError');

/** The browser's cache, as far as the reserve needs it. */
function cacheStorage(): Pick<CacheStorage, 'open'> {
  const entries = new Map<string, Response>();
  const cache = {
    keys: async (name: string) => [...entries.keys()].filter((key) => key === name),
    put: async (name: string, bytes: Response) => void entries.set(name, bytes),
    delete: async (name: string) => entries.delete(name),
  };
  return { open: () => Promise.resolve<never>(Object(cache)) };
}

afterEach(() => vi.unstubAllGlobals());

it('writes a record once more in the room that was kept for it, once', async () => {
  vi.stubGlobal('caches', cacheStorage());
  expect(await holdReserve()).toBe(true);
  const onceFull = vi.fn().mockRejectedValueOnce(full()).mockResolvedValue('written');
  expect(await saving(onceFull)).toBe('written');
  await expect(saving(() => Promise.reject(full()))).rejects.toThrow('no room');
  expect(onceFull).toHaveBeenCalledTimes(2);
});

it('tells of the full disk where the cache is refused as well', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('no cache', 'UnknownError')) });
  expect(await holdReserve()).toBe(false);
  await expect(saving(() => Promise.reject(full()))).rejects.toThrow('no room');
});

it('gives up nothing for what is no lack of room', async () => {
  vi.stubGlobal('caches', cacheStorage());
  await holdReserve();
  const closed = vi.fn().mockRejectedValue(new DOMException('closed', 'InvalidStateError'));
  await expect(saving(closed)).rejects.toThrow('closed');
  expect(closed).toHaveBeenCalledTimes(1);
});

it('blames the disk for nothing but what the disk did', async () => {
  vi.stubGlobal('caches', cacheStorage());
  const tooLong = new DomainError('invalid', 'input.too-long', { maximum: 4000, over: 791 });
  await saving(() => Promise.resolve());
  await expect(saving(() => Promise.reject(tooLong))).rejects.toBe(tooLong);
  expect(troubleNow()).toBe(null);
  await expect(saving(() => Promise.reject(full()))).rejects.toThrow('no room');
  expect(troubleNow()).toBe('full');
});
