/** Why nothing more is taken in for now. Part of the error catalogue. */
export const usageTexts = {
  'usage.day-full': {
    vi: 'Hôm nay đã gửi hết mức cho phép trong một ngày ({{number}} lần, {{megabytes}} MB). Nội dung vẫn nằm trên máy; hãy gửi tiếp vào ngày mai.',
    en: 'What may be sent in one day ({{number}} times, {{megabytes}} MB) has been sent today. Nothing is lost on the device; send on tomorrow.',
  },
  'usage.no-room': {
    vi: 'Ổ đĩa của máy chủ sắp đầy nên tạm thời không nhận ảnh, tệp và gói niêm phong mới. Nội dung vẫn nằm trên máy. Hãy báo quản trị viên.',
    en: 'The server’s disk is nearly full, so it takes no new photos, files and parcels for now. Nothing is lost on the device. Tell the administrator.',
  },
} as const;
