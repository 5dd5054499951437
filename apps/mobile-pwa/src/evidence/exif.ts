/** What of a camera's notes is used: how the picture is turned, and when it was taken. */
export interface Exif {
  readonly isUpright: boolean;
  /** ISO time; where the camera says no zone, that of Vietnam. */
  readonly takenAt: string | undefined;
}

const tags = { orientation: 0x0112, more: 0x8769, taken: 0x9003, zone: 0x9011 } as const;
const entryBytes = 12;

/** The entries of one directory: tag to the place of its value, and how many. */
function entriesOf(view: DataView, at: number, little: boolean): Map<number, { at: number; count: number }> {
  const entries = new Map<number, { at: number; count: number }>();
  const number = view.getUint16(at, little);
  for (let index = 0; index < number; index += 1) {
    const entry = at + 2 + index * entryBytes;
    entries.set(view.getUint16(entry, little), { at: entry + 8, count: view.getUint32(entry + 4, little) });
  }
  return entries;
}

function textAt(view: DataView, { at, count }: { at: number; count: number }, little: boolean): string {
  const from = count > 4 ? view.getUint32(at, little) : at;
  return Array.from({ length: count }, (_, index) => String.fromCharCode(view.getUint8(from + index)))
    .join('')
    .replace(/\0.*$/s, '');
}

function read(view: DataView): Exif {
  const little = view.getUint16(0) === 0x4949;
  const first = entriesOf(view, view.getUint32(4, little), little);
  const orientation = first.get(tags.orientation);
  const isUpright = orientation === undefined || view.getUint16(orientation.at, little) <= 1;
  const more = first.get(tags.more);
  const entries = more && entriesOf(view, view.getUint32(more.at, little), little);
  const [taken, zone] = [entries?.get(tags.taken), entries?.get(tags.zone)];
  const [, date, time] =
    /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)$/.exec(taken ? textAt(view, taken, little) : '') ?? [];
  if (date === undefined || time === undefined) return { isUpright, takenAt: undefined };
  const said = zone ? textAt(view, zone, little) : '';
  const offset = /^[+-]\d\d:\d\d$/.test(said) ? said : '+07:00';
  return { isUpright, takenAt: `${date.replaceAll(':', '-')}T${time}${offset}` };
}

/** Reads the block after its heading. One that cannot be read says nothing, and may hide how the picture is turned. */
export function readExif(block: Uint8Array): Exif {
  try {
    return read(new DataView(block.buffer, block.byteOffset, block.byteLength));
  } catch {
    return { isUpright: false, takenAt: undefined };
  }
}
