import { describe, expect, it } from 'vitest';
import { agencyName, nameUnder, placeName } from './agency-name.ts';

describe('the agency of a unit', () => {
  it('is the people’s committee of a territory, and an agency itself', () => {
    expect(agencyName('Xã Cổ Lễ')).toBe('UBND xã Cổ Lễ');
    expect(agencyName('Đặc khu Phú Quốc', 'full')).toBe('Ủy ban nhân dân đặc khu Phú Quốc');
    expect(agencyName('Sở Nội vụ')).toBe('Sở Nội vụ');
    expect(placeName('Tỉnh Ninh Bình')).toBe('Ninh Bình');
  });

  it('names the province once, where it stands above', () => {
    expect(nameUnder('Sở Nội vụ tỉnh Ninh Bình', 'Tỉnh Ninh Bình')).toBe('Sở Nội vụ');
    expect(nameUnder('Sở Nội vụ', 'Tỉnh Ninh Bình')).toBe('Sở Nội vụ');
    expect(nameUnder('Ban Quản lý chợ thành phố Nam Định', 'Tỉnh Ninh Bình')).toBe(
      'Ban Quản lý chợ thành phố Nam Định',
    );
  });
});
