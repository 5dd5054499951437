import { type PathLimit, smallestChunk } from './path-limit.ts';
import { ServerFailure } from './server-failure.ts';
import { chunkBytes } from './uploader.ts';

/** Carries a file in pieces as large as the way lets through: refused for their size, smaller ones are tried at once. */
export async function inFittingPieces(
  limit: PathLimit,
  fileSize: number,
  carry: (pieceSize: number) => Promise<void>,
): Promise<void> {
  for (;;) {
    const pieceSize = Math.max(smallestChunk, limit.most(chunkBytes));
    const sent = Math.min(pieceSize, fileSize);
    try {
      return await carry(pieceSize);
    } catch (error) {
      const isTooLarge = error instanceof ServerFailure && error.trouble === 'too-large';
      if (isTooLarge) limit.refused(sent);
      if (!isTooLarge || sent <= smallestChunk) throw error;
    }
  }
}
