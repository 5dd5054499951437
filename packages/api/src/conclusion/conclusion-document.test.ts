import { builtInChecklists } from '@kycuong/domain/checklist/built-in/checklists.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { nationalMotto, nationalName } from '@kycuong/domain/conclusion/notice.ts';
import { workingDaysAfterIssue } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { type NoticeFacts, writeNotice } from '@kycuong/domain/conclusion/write-notice.ts';
import { expect, it } from 'vitest';
import { wordOutline } from '../testing/word-outline.ts';
import { wordText, wordXml } from '../testing/word-text.ts';
import { boldWidth } from './bold-width.ts';
import { conclusionDocument } from './conclusion-document.ts';

const coLe = { unitId: '0191a000-0000-7000-8000-000000000001', name: 'Ủy ban nhân dân xã Cổ Lễ' };
const ninhGiang = { unitId: '0191a000-0000-7000-8000-000000000002', name: 'Ủy ban nhân dân xã Ninh Giang' };

const [shipped] = builtInChecklists;
if (shipped === undefined) throw new Error('no checklist is shipped');

const issued: NoticeFacts = {
  superior: 'UBND TỈNH NINH BÌNH',
  reportsTo: 'UBND tỉnh',
  agency: ['SỞ NỘI VỤ'],
  agencyInFull: 'Sở Nội vụ tỉnh Ninh Bình',
  agencyAgain: 'Sở Nội vụ',
  place: 'Ninh Bình',
  number: '118/TB-SNV',
  issuedOn: '2026-10-20',
  signer: 'Lê Văn Thành',
  signerAuthority: 'KT. Giám đốc',
  signerTitle: 'Phó Giám đốc',
  draftedBy: 'CCHC',
  roundName: 'Kỷ luật, kỷ cương hành chính và hoạt động một cửa',
  decisionNo: '1042/QĐ-SNV',
  decisionDate: '2026-09-15',
  decidedBy: 'Giám đốc Sở Nội vụ',
  overview: {
    worked: { from: '2026-09-30', to: '2026-10-02' },
    units: [coLe, ninhGiang],
    period: { from: '2026-01-01', to: '2026-08-31' },
    team: [
      { name: 'Nguyễn Đức Thịnh', role: 'leader' },
      { name: 'Vũ Hoài Thu', role: 'member' },
    ],
    method: {
      form: 'planned',
      checklist: shipped.content.title.vi,
      items: itemsOf(shipped.content).length,
      dossiers: 8,
    },
  },
  units: [coLe.name, ninhGiang.name],
  draft: {
    strengths: 'Các xã bố trí đủ công chức trực, mở cửa đúng giờ.',
    shortcomings: 'Còn hồ sơ quá hạn không có văn bản xin lỗi.\nNiêm yết thủ tục chưa đầy đủ.',
    recommendations: 'Các xã khắc phục theo yêu cầu kèm theo.',
  },
  requirements: [
    {
      unitName: 'UBND xã Cổ Lễ',
      title: 'Niêm yết thiếu 14 trên 107 thủ tục hành chính',
      text: 'Niêm yết đủ <14> thủ tục & giao người theo dõi.',
      dueOn: '2026-12-01',
      due: workingDaysAfterIssue(30),
    },
    {
      unitName: 'UBND xã Ninh Giang',
      title: 'Hồ sơ quá hạn không có văn bản xin lỗi',
      text: 'Xin lỗi bằng văn bản, xác định lại hạn trả kết quả.',
      dueOn: '2026-11-03',
      due: workingDaysAfterIssue(10),
    },
  ],
  asked: 2,
};

const written = (changes: Partial<NoticeFacts> = {}) =>
  conclusionDocument(writeNotice({ ...issued, ...changes }));

it('is the paper of a department, signed by a deputy', async () => {
  const bytes = await written();
  await expect(wordOutline(bytes)).toMatchFileSnapshot('golden/conclusion.txt');
  expect(wordText(bytes, 'word/footer1.xml')).toBe('Bản tải để đọc, không thay văn bản đã ký\n');
});

it('is a draft with places to be filled', async () => {
  const undecided = { number: null, issuedOn: null, signer: null, draftedBy: null };
  const bytes = await written({ ...undecided, signerAuthority: null, signerTitle: null, draft: {} });
  await expect(wordOutline(bytes)).toMatchFileSnapshot('golden/conclusion-draft.txt');
});

it('tells one of several units of itself alone, and says so', async () => {
  const bytes = await written({
    units: [coLe.name],
    requirements: issued.requirements.slice(0, 1),
    signerAuthority: null,
    signerTitle: 'Giám đốc',
  });
  const text = wordText(bytes);
  expect(text).not.toMatch(/Ninh Giang|Bản trích/);
  expect(text).toContain('đã làm việc tại 02 đơn vị, trong đó có: Ủy ban nhân dân xã Cổ Lễ.');
  expect(text).toContain('- Các đơn vị khác được kiểm tra;');
  expect(wordText(bytes, 'word/footer1.xml')).toContain('chỉ nêu yêu cầu đối với đơn vị nhận');
});

it('is of a commune: the committee with its chairperson, reporting to the province', async () => {
  const bytes = await written({
    superior: null,
    agency: ['ỦY BAN NHÂN DÂN', 'XÃ CỔ LỄ'],
    agencyInFull: 'Ủy ban nhân dân xã Cổ Lễ',
    agencyAgain: 'Ủy ban nhân dân xã Cổ Lễ',
    place: 'Cổ Lễ',
    signerAuthority: 'TM. Ủy ban nhân dân',
    signerTitle: 'Chủ tịch',
    draftedBy: 'VHXH',
    overview: { ...issued.overview, units: [coLe], worked: { from: '2026-11-30', to: '2026-11-30' } },
    units: [coLe.name],
    requirements: [],
    asked: 0,
  });
  await expect(wordOutline(bytes)).toMatchFileSnapshot('golden/conclusion-commune.txt');
});

it('says how a deadline is counted, and nothing of it where every one is a day', async () => {
  const [first, second] = issued.requirements;
  if (first === undefined || second === undefined) throw new Error('nothing is asked');
  const named = { unit: 'date', amount: null, event: 'issue' } as const;
  const countedIn = async (requirements: NoticeFacts['requirements']) =>
    /theo thời hạn sau(.*)\.$/m.exec(wordText(await written({ requirements })))?.[1];
  expect(await countedIn([first, { ...second, due: named }])).toBe(
    '; thời hạn tính theo ngày làm việc, không kể ngày ban hành',
  );
  expect(await countedIn([{ ...first, due: named }])).toBe('');
  expect(await countedIn([first, { ...second, due: { unit: 'month', amount: 2, event: 'minutes' } }])).toBe(
    '; ngày ban hành, ngày ký biên bản không tính vào thời hạn',
  );
});

it('is called what its number says', async () => {
  const text = wordText(await written({ number: '12/KL-SNV' }));
  expect(text).toContain('\nKẾT LUẬN\nKiểm tra việc chấp hành kỷ luật, kỷ cương hành chính');
  expect(text).toContain('Sở Nội vụ tỉnh Ninh Bình kết luận như sau:');
  expect(text).not.toMatch(/THÔNG BÁO/);
});

it('issued by an earlier release tells what its paper told, and names no drafter', async () => {
  const text = wordText(
    await written({
      draftedBy: null,
      signerAuthority: null,
      signerTitle: 'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC',
      overview: { ...issued.overview, period: null, team: [], method: null },
    }),
  );
  expect(text).toContain('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n');
  expect(text).toContain('- Lưu: VT.\n');
  expect(text).not.toMatch(/Đoàn kiểm tra gồm|Hình thức|Thời kỳ/);
});

it('has the national name on one line, and the motto above a rule of its length', async () => {
  const xml = wordXml(await written());
  const grid = /<w:tblGrid>(.*?)<\/w:tblGrid>/s.exec(xml)?.[1] ?? '';
  const [, right = 0] = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => (Number(width) / 1440) * 25.4);
  // No cell takes anything of its column for itself.
  expect(/<w:tblCellMar>.*?<\/w:tblCellMar>/s.exec(xml)?.[0].match(/w:w="[^0]/)).toBeNull();
  const size = Number(new RegExp(`<w:sz w:val="(\\d+)"/>(?:(?!</w:p>).)*${nationalName}`).exec(xml)?.[1]) / 2;
  expect(size).toBe(13);
  // A tenth of a millimetre a word is what layout programs round by; the fonts' own measure is 95.7.
  expect(boldWidth(nationalName, size)).toBeLessThan(right - 3);
  expect(boldWidth(nationalMotto, 14)).toBeLessThan(right);
  expect(boldWidth('UBND TỈNH NINH BÌNH', 13)).toBeLessThan(160 - right);
});
