import { type PathLimit, smallestChunk } from './path-limit.ts';

/** A dropped link costs at most one of these. */
const largestChunk = 512 * 1024;

interface File {
  readonly size: number;
  /** Carries the file in pieces of that size. */
  readonly carry: (pieceSize: number) => Promise<void>;
  /** Before, it was refused in the smallest pieces: they alone are tried, and tell nothing of any other request. */
  readonly wasTooLarge?: boolean;
  /** Whether it failed because a piece was too large for something on the way. */
  readonly isTooLarge: (error: unknown) => boolean;
}

/** Carries a file in pieces as large as the way lets through: refused for their size, smaller ones are tried at once. */
export async function inFittingPieces(
  limit: PathLimit,
  { size, carry, wasTooLarge = false, isTooLarge }: File,
): Promise<void> {
  for (;;) {
    const pieceSize = wasTooLarge ? smallestChunk : Math.max(smallestChunk, limit.most(largestChunk));
    const sent = Math.min(pieceSize, size);
    try {
      return await carry(pieceSize);
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      // What goes no smaller says nothing of the rest.
      if (sent <= smallestChunk) throw error;
      limit.refused(sent);
    }
  }
}
