import { logOf, type ParcelLog } from './read-log.ts';

const isSomething = ({ openIds, uploads }: ParcelLog) => openIds.length > 0 || uploads.length > 0;

function halves([visitId, ids]: readonly [string, readonly string[]]): ReadonlyMap<
  string,
  readonly string[]
>[] {
  const middle = ids.length >> 1;
  return [ids.slice(0, middle), ids.slice(middle)].map((half) => new Map([[visitId, half]]));
}

/**
 * What is too much for one parcel in several: a visit each, or one visit in two by the order in which it was written. A photo
 * goes with the record that names it: without that its bytes have no place at the server.
 */
export function cutLog({ byVisit, openIds, uploads }: ParcelLog): ParcelLog[] {
  const [first, ...others] = byVisit;
  if (first === undefined) return [];
  const pieces = others.length === 0 ? halves(first) : [...byVisit].map((visit) => new Map([visit]));
  const open = new Set(openIds);
  const known = new Set([...byVisit.values()].flat());
  return pieces
    .map((piece, index) => {
      const ids = new Set([...piece.values()].flat());
      const isOfVisit = ({ visitId }: { visitId: string }) => others.length === 0 || piece.has(visitId);
      // What names no record that is here goes last.
      const goes = ({ commandId }: { commandId: string }) =>
        others.length > 0 || ids.has(commandId) || (!known.has(commandId) && index === 1);
      return logOf(
        piece,
        (id) => open.has(id),
        uploads.filter((upload) => isOfVisit(upload) && goes(upload)),
      );
    })
    .filter(isSomething);
}
