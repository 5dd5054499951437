import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, expect, it } from 'vitest';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { attachEvidence } from './attach.ts';

let tablet: Tablet;
afterEach(() => tablet.store.delete());

const captured = () => ({
  bytes: new Uint8Array([255, 216, 255, 224]),
  facts: {
    sha256: 'a'.repeat(64),
    size: 4,
    mediaType: 'image/jpeg' as const,
    name: 'anh.jpg',
    takenAt: '2026-11-23T02:00:00.000Z',
  },
});

it('a photo is attached once under its id, however often that is asked for', async () => {
  tablet = openTablet();
  const evidenceId = uuidV7();
  const attach = () =>
    attachEvidence(tablet.hand(), tablet.visitId, { kind: 'item', id: 'M01' }, captured(), evidenceId);
  expect(await Promise.all([attach(), attach(), attach()])).toEqual([evidenceId, evidenceId, evidenceId]);
  expect(await tablet.store.commands.count()).toBe(1);
  expect(await tablet.store.uploads.count()).toBe(1);
});
