import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storableLine, storableText } from './storable-text.ts';

const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
const every = codes(0, 0x10ffff);
const named = (characters: readonly string[]) =>
  characters.map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)))
    .map((all) => all.join('')),
  fc
    .array(
      fc.constantFrom('\r', '\n', '\v', '\u2028', '\ufffe', '\ud83d', '\ude00', 'e\u0302\u0301', 'đ', ' '),
    )
    .map((all) => all.join('')),
);

// Each of a million characters, several times.
const allMs = 60_000;

describe('a text as it is kept', { timeout: allMs }, () => {
  it('loses what nobody sees and something cannot store, and not one character besides', () => {
    const noncharacters = [
      ...codes(0xfdd0, 0xfdef),
      ...Array.from({ length: 17 }, (_, plane) =>
        codes(plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff),
      ).flat(),
    ];
    const breaks = ['\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029'];
    const controls = [...codes(0, 0x1f), ...codes(0x7f, 0x9f)].filter(
      (one) => one !== '\t' && !breaks.includes(one),
    );
    const expected = [...controls, ...codes(0xd800, 0xdfff), '\ufeff', ...noncharacters];
    expect(named(every.filter((one) => storableText(one) === ''))).toEqual(
      named(expected.toSorted((one, other) => (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0))),
    );
    expect(named(every.filter((one) => storableText(one) === '\n'))).toEqual(named(breaks));
    const other = every.filter((one) => {
      const kept = storableText(one);
      return kept !== '' && kept !== '\n' && kept !== one.normalize('NFC');
    });
    expect(named(other)).toEqual([]);
  });

  it('on one line loses besides what nobody sees, and its breaks and tabs are spaces', () => {
    const lost = every.filter((one) => storableLine(one) === '' && storableText(one) !== '');
    const unseen = [
      ...['\u00ad', '\u034f', '\u061c', '\u180e'],
      ...[codes(0x17b4, 0x17b5), codes(0x200b, 0x200f), codes(0x202a, 0x202e)].flat(),
      ...[codes(0x2060, 0x206f), codes(0xfff0, 0xfffb), codes(0x1bca0, 0x1bca3)].flat(),
      ...[codes(0x1d173, 0x1d17a), codes(0xe0000, 0xe00ff), codes(0xe01f0, 0xe0fff)].flat(),
    ];
    expect(named(lost)).toEqual(
      named(unseen.toSorted((one, other) => (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0))),
    );
    expect(named(every.filter((one) => storableLine(one) === ' '))).toEqual(
      '0009 000a 000b 000c 000d 0020 0085 115f 1160 2028 2029 2800 3164 ffa0'.split(' '),
    );
  });

  it.each([
    ['Word’s line', 'Một\vhai', 'Một\nhai'],
    ['Windows’ line', 'Một\r\n\r\nhai', 'Một\n\nhai'],
    ['what PowerPoint leaves', 'Biên bản\u0003 số 12\u001f', 'Biên bản số 12'],
    ['decomposed letters', 'Tiếng Việt'.normalize('NFD'), 'Tiếng Việt'],
    ['a family of one picture', '👨‍👩‍👧 và ❤️', '👨‍👩‍👧 và ❤️'],
    ['half a picture', 'Ảnh \ud83d', 'Ảnh '],
    ['a tab and Word’s bullet', '\uf0b7\tniêm yết', '\uf0b7\tniêm yết'],
    ['a quotation of another script', 'ghi \u2067שלום\u2069 ở bìa', 'ghi \u2067שלום\u2069 ở bìa'],
    ['letters that a control stood between', 'e\u0003\u0301', 'é'],
  ])('%s', (_, given, kept) => {
    expect(storableText(given)).toBe(kept);
  });

  it.each([
    ['a word that looks like another', 'Nguyễn\u200b V\u2060ăn A\u00adn', 'Nguyễn Văn An'],
    ['what is drawn as a space', 'Bộ\u2800phận\u3164Một cửa', 'Bộ phận Một cửa'],
    ['joiners inside a word', 'می\u200cخواهم क्\u200dष', 'می\u200cخواهم क्\u200dष'],
    ['joiners that join nothing', '\u200dAn \u200d\u200cBình\u200d\u200d', 'An Bình'],
    ['a heap of joiners', 'a\u200d\u200c\u200db', 'a\u200db'],
    ['a family of one picture', '👨‍👩‍👧 và ❤️', '👨‍👩‍👧 và ❤️'],
  ])('on one line, %s', (_, given, kept) => {
    expect(storableLine(given)).toBe(kept);
  });

  it('comes to an end with half a million joiners', () => {
    expect(storableLine(`a${'\u200d'.repeat(500_000)}b`)).toBe('a\u200db');
    expect(storableLine(' \u200d'.repeat(250_000)).trim()).toBe('');
  });

  it('shows a file as what it is', () => {
    expect(storableLine('a\u202efdp.exe.pdf')).toBe('afdp.exe.pdf');
    expect(storableLine(' Ảnh\r\ncổng\tchính\u2028.jpg\n')).toBe(' Ảnh cổng chính .jpg ');
  });

  it.each([
    ['text', storableText],
    ['line', storableLine],
  ])('as a %s is kept the same a second time, composed and whole', (_, store) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = store(text);
        expect(store(kept)).toBe(kept);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept.normalize('NFC')).toBe(kept);
        expect(kept).not.toMatch(/[\p{Noncharacter_Code_Point}\0]/u);
      }),
    );
  });

  it('keeps every letter, mark, figure, sign and symbol that stood in it, in its order', () => {
    const seen = (text: string) =>
      text
        .replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Co}]/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seen(storableText(text))).toBe(seen(text));
        expect(seen(storableLine(text))).toBe(seen(text));
      }),
    );
  });
});
