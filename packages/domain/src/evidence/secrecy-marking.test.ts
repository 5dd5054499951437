import { describe, expect, it } from 'vitest';
import { highestMarking, secrecyMarkingOf } from './secrecy-marking.ts';

describe('a marking of secrecy', () => {
  it.each([
    ['MẬT', 'MẬT'],
    ['Công văn đóng dấu MẬT của Sở', 'MẬT'],
    ['(MẬT) Báo cáo số 12', 'MẬT'],
    ['Độ mật: TỐI MẬT', 'TỐI MẬT'],
    ['TUYỆT MẬT', 'TUYỆT MẬT'],
    ['TUYỆT  MẬT và MẬT', 'TUYỆT MẬT'],
    ['MA\u0323\u0302T', 'MẬT'],
    ['BẢO MẬT thông tin; tài liệu MẬT', 'MẬT'],
  ])('%s: %s', (text, marking) => {
    expect(secrecyMarkingOf(text)).toBe(marking);
  });

  it.each([
    'Giữ bí mật thông tin của công dân',
    'mật độ xây dựng; Mật khẩu dùng chung',
    'QUY CHẾ BẢO MẬT',
    'DANH MỤC BÍ MẬT NHÀ NƯỚC',
    'MẬT KHẨU dán trên màn hình',
    'MẬT ĐỘ DÂN SỐ, MẬT ONG',
    'GIẢI MẬT',
    'MẶT BẰNG, MAT BANG, MẤT',
    'XMẬT, MẬTX, MẬT2',
    'tối mật',
    '',
  ])('is not seen in: %s', (text) => {
    expect(secrecyMarkingOf(text)).toBeNull();
  });

  it('is seen in the name of a file, also without diacritics and between other parts', () => {
    const name = (text: string) => secrecyMarkingOf(text, 'file-name');
    expect(name('CV_MẬT_123.pdf')).toBe('MẬT');
    expect(name('12-MAT-SNV.docx')).toBe('MẬT');
    expect(name('MAT.pdf')).toBe('MẬT');
    expect(name('TOI_MAT.pdf')).toBe('TỐI MẬT');
    expect(name('Bao cao TUYET MAT.pdf')).toBe('TUYỆT MẬT');
    expect(name('BE MAT DUONG.jpg')).toBeNull();
    expect(name('mat-tien.jpg')).toBeNull();
    expect(name('FORMAT.pdf')).toBeNull();
  });

  it('counts by the highest of several', () => {
    expect(highestMarking([null, 'MẬT', 'TỐI MẬT'])).toBe('TỐI MẬT');
    expect(highestMarking([null])).toBeNull();
  });

  it('is found though a character that nobody sees stands in it', () => {
    expect(secrecyMarkingOf('Công văn M\u0003ẬT số 5')).toBe('MẬT');
    expect(secrecyMarkingOf('Công văn TỐI\u000bMẬT')).toBe('TỐI MẬT');
  });
});
