import { describe, expect, it } from 'vitest';
import { agencyName, placeName } from './agency-name.ts';

describe('the agency of a unit', () => {
  it('is the people’s committee of a territory, and an agency itself', () => {
    expect(agencyName('Xã Cổ Lễ')).toBe('UBND xã Cổ Lễ');
    expect(agencyName('Đặc khu Phú Quốc', 'full')).toBe('Ủy ban nhân dân đặc khu Phú Quốc');
    expect(agencyName('Sở Nội vụ')).toBe('Sở Nội vụ');
    expect(placeName('Tỉnh Ninh Bình')).toBe('Ninh Bình');
  });
});
