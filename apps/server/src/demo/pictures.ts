import { createHash } from 'node:crypto';
import { attachEvidence } from '@kycuong/api/evidence/attach-evidence.ts';
import { receiveBytes } from '@kycuong/api/evidence/receive-bytes.ts';
import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import sharp from 'sharp';
import type { Teller, Voice } from './teller.ts';

export const drawings = ['board', 'camera', 'counter', 'mended'] as const;
export type Drawing = (typeof drawings)[number];

const cells = (missing: readonly number[]) =>
  Array.from({ length: 15 }, (_, index) => {
    const x = 190 + (index % 5) * 130;
    const y = 130 + Math.floor(index / 5) * 130;
    return missing.includes(index)
      ? `<rect x="${x}" y="${y}" width="100" height="104" fill="none" stroke="#4d6650" stroke-dasharray="8 6" stroke-width="3"/>`
      : `<rect x="${x}" y="${y}" width="100" height="104" fill="#f7f3ea"/><path d="M${x + 14} ${y + 26}h72M${x + 14} ${y + 46}h72M${x + 14} ${y + 66}h50" stroke="#8d8676" stroke-width="6"/>`;
  }).join('');

const board = (missing: readonly number[]) =>
  `<rect x="150" y="90" width="700" height="430" fill="#7b947c" stroke="#4d6650" stroke-width="14"/>${cells(missing)}`;

const pictures: Readonly<Record<Drawing, string>> = {
  board: board([3, 7, 8, 14]),
  mended: board([]),
  camera: `<path d="M500 0v150" stroke="#555" stroke-width="18"/><circle cx="500" cy="250" r="120" fill="#efece4" stroke="#777" stroke-width="10"/><circle cx="500" cy="270" r="56" fill="#333"/><path d="M340 430l320-320" stroke="#b0261c" stroke-width="16"/>`,
  counter: `<rect y="380" width="1000" height="320" fill="#7d5a3c"/><rect x="180" y="170" width="230" height="160" fill="#3b4a5a"/><rect x="196" y="186" width="198" height="128" fill="#9cc4c5"/><rect x="620" y="300" width="160" height="90" fill="#f7f3ea"/>`,
};

/** A drawn picture standing for a photo of the story; it says so itself. JPEG, 1000×700. */
export async function draw(drawing: Drawing): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="700"><rect width="1000" height="700" fill="#c9bda6"/><rect y="600" width="1000" height="100" fill="#8f836f"/>${pictures[drawing]}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}

type Hanging = Pick<AttachEvidence, 'evidenceId' | 'visitId' | 'target' | 'name'> & {
  readonly drawing: Drawing;
};

/** Hangs a picture on something, as its author does: named first, then its bytes. */
export async function attachPicture(
  teller: Teller,
  voice: Voice,
  { drawing, ...rest }: Hanging,
): Promise<void> {
  const bytes = await draw(drawing);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kind = { sha256, size: bytes.length, mediaType: 'image/jpeg' } as const;
  await teller.tell(voice, attachEvidence, {
    ...rest,
    ...kind,
    takenAt: teller.ground.now().toISOString(),
    source: 'camera',
  });
  await receiveBytes(teller, { ...kind, id: rest.evidenceId, status: 'awaited' }, bytes);
}
