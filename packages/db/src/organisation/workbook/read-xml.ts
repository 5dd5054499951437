import { SaxesParser } from 'saxes';

/** What is told of an element. Names come without their prefix: some programs write `x:row` for `row`. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Asked from time to time; then nothing more is read. */
  readonly isDone?: () => boolean;
}

/** More than any part of a workbook nests. */
const deepest = 256;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes, keeping none of it. Entities beyond the five of XML itself are not known, so nothing unfolds.
 * @throws Error where it is not well formed
 */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Error('nested too deep');
    listener.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close?.(localName(name));
  });
  if (listener.text) parser.on('text', listener.text);
  for await (const piece of pieces) {
    parser.write(piece);
    if (listener.isDone?.()) return;
  }
  parser.close();
}
