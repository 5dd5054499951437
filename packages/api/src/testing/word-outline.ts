import { wordXml } from './word-text.ts';

const millimetres = (twips: string | undefined) => Math.round((Number(twips ?? 0) / 1440) * 254) / 10;
const attribute = (tag: string, name: string) => new RegExp(`w:${name}="([^"]*)"`).exec(tag)?.[1];
const tagIn = (xml: string, name: string) => new RegExp(`<w:${name}(?: [^>]*)?/?>`).exec(xml)?.[0];
const isOn = (xml: string, name: string) => {
  const tag = tagIn(xml, name);
  return tag !== undefined && attribute(tag, 'val') !== 'false';
};

/** How a paragraph stands, in few words: `centre bold 13pt`. */
function paragraph(xml: string): string {
  const border = /<w:pBdr>/.test(xml);
  const indent = tagIn(xml, 'ind') ?? '';
  const size = tagIn(xml, 'sz');
  const outline = tagIn(xml, 'outlineLvl');
  const spacing = tagIn(xml, 'spacing') ?? '';
  const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, run]) => run)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  const looks = [
    ...(outline ? [`heading ${Number(attribute(outline, 'val')) + 1}`] : []),
    attribute(tagIn(xml, 'jc') ?? '', 'val') ?? 'left',
    ...(isOn(xml, 'b') ? ['bold'] : []),
    ...(isOn(xml, 'i') ? ['italic'] : []),
    ...(size ? [`${Number(attribute(size, 'val')) / 2}pt`] : []),
    ...(attribute(spacing, 'lineRule') === 'auto' ? [`×${Number(attribute(spacing, 'line')) / 240}`] : []),
    ...(attribute(indent, 'firstLine') ? [`first +${millimetres(attribute(indent, 'firstLine'))}mm`] : []),
  ];
  if (border) return `rule, ${millimetres(attribute(indent, 'left'))}mm from either side`;
  return text === '' && !xml.includes('<w:fldChar') ? 'empty' : `${looks.join(' ')}: ${text}`;
}

/** Paragraphs, tables and cells of one part of a Word document in their order, one a line, as a reader of the file meets them. */
export function wordOutline(bytes: Uint8Array, part?: string): string {
  const pieces = wordXml(bytes, part).matchAll(
    /<w:p>.*?<\/w:p>|<w:p\/>|<w:tblGrid>.*?<\/w:tblGrid>|<\/w:tbl>|<w:tr>|<w:tc>|<w:tblHeader\/>|<w:pg(?:Sz|Mar) [^>]*>/gs,
  );
  const lines: string[] = [];
  let depth = '';
  for (const [piece] of pieces) {
    if (piece.startsWith('<w:tblGrid>')) {
      const widths = [...piece.matchAll(/w:w="(\d+)"/g)].map(([, width]) => millimetres(width));
      lines.push(`table ${widths.join(' + ')} mm`);
      depth = '    ';
    } else if (piece === '</w:tbl>') depth = '';
    else if (piece === '<w:tr>') lines.push('  row');
    else if (piece === '<w:tblHeader/>') lines.push('  (on every page)');
    else if (piece === '<w:tc>') lines.push('   cell');
    else if (piece.startsWith('<w:pg'))
      lines.push(
        ['w', 'h', 'top', 'right', 'bottom', 'left']
          .flatMap((name) =>
            attribute(piece, name) ? [`${name} ${millimetres(attribute(piece, name))}`] : [],
          )
          .join(', '),
      );
    else lines.push(depth + paragraph(piece));
  }
  return `${lines.join('\n')}\n`;
}
