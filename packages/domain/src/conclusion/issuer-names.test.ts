import { describe, expect, it } from 'vitest';
import { issuerNames } from './issuer-names.ts';

const province = 'Tỉnh Ninh Bình';

describe('how a document names the agency that issues it', () => {
  it('of a department: the committee above it names the province, the department does not again', () => {
    const names = {
      superior: 'UBND TỈNH NINH BÌNH',
      agency: ['SỞ NỘI VỤ'],
      agencyAgain: 'Sở Nội vụ',
      reportsTo: 'UBND tỉnh',
      place: 'Ninh Bình',
    };
    expect(issuerNames(['Sở Nội vụ tỉnh Ninh Bình', province])).toEqual({
      ...names,
      agencyInFull: 'Sở Nội vụ tỉnh Ninh Bình',
    });
    expect(issuerNames(['Sở Nội vụ', province])).toMatchObject(names);
  });

  it.each([
    ['Chi cục Tiêu chuẩn Đo lường Chất lượng tỉnh Ninh Bình', 'Sở Khoa học và Công nghệ tỉnh Ninh Bình'],
    ['Chi cục Tiêu chuẩn Đo lường Chất lượng', 'Sở Khoa học và Công nghệ'],
  ])(
    'of a branch: the department above it names the province, however the units are recorded',
    (branch, department) => {
      expect(issuerNames([branch, department, province])).toEqual({
        superior: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH NINH BÌNH',
        agency: ['CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG'],
        agencyInFull: branch,
        agencyAgain: 'Chi cục Tiêu chuẩn Đo lường Chất lượng',
        reportsTo: 'Sở Khoa học và Công nghệ',
        place: 'Ninh Bình',
      });
    },
  );

  it('of a commune: the committee alone, on two lines, reporting to the province', () => {
    expect(issuerNames(['Xã Cổ Lễ', province])).toEqual({
      superior: null,
      agency: ['ỦY BAN NHÂN DÂN', 'XÃ CỔ LỄ'],
      agencyInFull: 'Ủy ban nhân dân xã Cổ Lễ',
      agencyAgain: 'Ủy ban nhân dân xã Cổ Lễ',
      reportsTo: 'UBND tỉnh',
      place: 'Cổ Lễ',
    });
  });

  it('of an agency of a commune, which writes from there', () => {
    expect(issuerNames(['Trung tâm Phục vụ hành chính công xã Cổ Lễ', 'Xã Cổ Lễ', province])).toEqual({
      superior: 'UBND XÃ CỔ LỄ',
      agency: ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG'],
      agencyInFull: 'Trung tâm Phục vụ hành chính công xã Cổ Lễ',
      agencyAgain: 'Trung tâm Phục vụ hành chính công',
      reportsTo: 'UBND xã',
      place: 'Cổ Lễ',
    });
  });

  it('of the province itself, and of an agency of no territory', () => {
    expect(issuerNames([province])).toMatchObject({
      superior: null,
      agency: ['ỦY BAN NHÂN DÂN', 'TỈNH NINH BÌNH'],
      reportsTo: null,
      place: 'Ninh Bình',
    });
    expect(issuerNames(['Cục Kiểm tra'])).toMatchObject({
      superior: null,
      agency: ['CỤC KIỂM TRA'],
      reportsTo: null,
    });
  });

  it('of the office of the committee that stands above it', () => {
    expect(issuerNames(['Văn phòng Ủy ban nhân dân tỉnh Ninh Bình', province])).toMatchObject({
      superior: 'UBND TỈNH NINH BÌNH',
      agency: ['VĂN PHÒNG'],
      agencyAgain: 'Văn phòng Ủy ban nhân dân tỉnh Ninh Bình',
    });
  });

  it('leaves a place in a name that is not that of the territory above', () => {
    expect(issuerNames(['Ban Quản lý chợ thành phố Nam Định', province]).agency).toEqual([
      'BAN QUẢN LÝ CHỢ THÀNH PHỐ NAM ĐỊNH',
    ]);
  });
});
