/** No picture of an earlier day is meant: cameras whose clock was never set say 1970, 1980 or 2000. */
const earliest = '2001-01-01T00:00:00Z';
/** Two clocks are never quite the same. */
const leadMs = 5 * 60_000;

/** What a picture or file says of its own time; undefined where that cannot be so. Nobody vouches for it either way. */
export function believable(at: string | undefined, nowMs: number): string | undefined {
  const ms = Date.parse(at ?? '');
  return ms >= Date.parse(earliest) && ms <= nowMs + leadMs ? at : undefined;
}
