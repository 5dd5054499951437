/** Messages of sealed parcels: work that left a tablet as a file. Part of the error catalogue. */
export const parcelTexts = {
  'parcel.not-a-parcel': {
    vi: 'Tệp này không phải gói niêm phong của máy tính bảng.',
    en: 'This file is no parcel of a tablet.',
  },
  'parcel.newer-version': {
    vi: 'Gói niêm phong do một bản ứng dụng mới hơn tạo ra. Hãy cập nhật rồi nhập lại.',
    en: 'The parcel was made by a newer version of the app. Update, then import it again.',
  },
  'parcel.cut': {
    vi: 'Gói niêm phong bị thiếu phần cuối, có thể chép chưa xong. Hãy chép lại tệp từ máy tính bảng. Chưa nhập gì.',
    en: 'The end of the parcel is missing; perhaps it was not copied whole. Copy it again from the tablet. Nothing was imported.',
  },
  'parcel.altered': {
    vi: 'Nội dung gói niêm phong đã bị thay đổi. Hãy lấy lại tệp từ máy tính bảng. Chưa nhập gì.',
    en: 'The parcel is no longer what was sealed. Take the file from the tablet again. Nothing was imported.',
  },
  'parcel.signature-wrong': {
    vi: 'Chữ ký của máy tính bảng trên gói niêm phong không đúng. Chưa nhập gì.',
    en: 'The tablet’s signature on the parcel is wrong. Nothing was imported.',
  },
  'parcel.not-for-you': {
    vi: 'Gói niêm phong này không dành cho máy này. Hãy nhập ở trang điều hành hoặc trên máy của người cùng đoàn.',
    en: 'This parcel is not sealed for this device. Import it at the desk or on a team member’s tablet.',
  },
  'parcel.key-missing': {
    vi: 'Máy chủ không giữ khóa khôi phục của gói niêm phong này. Hãy chọn tệp khóa khôi phục của tỉnh.',
    en: 'The server does not hold the recovery key of this parcel. Choose the province’s recovery key file.',
  },
  'parcel.too-many-at-once': {
    vi: 'Đang có quá nhiều gói niêm phong được gửi đến cùng lúc. Hãy thử lại sau {{seconds}} giây.',
    en: 'Too many parcels are coming in at this moment. Try again in {{seconds}} seconds.',
  },
  'parcel.too-many-records': {
    vi: 'Gói niêm phong có nhiều bản ghi hơn mức cho phép ({{records}} bản ghi, {{megabytes}} MB). Hãy cập nhật ứng dụng trên máy tính bảng rồi xuất lại: ứng dụng sẽ chia thành nhiều gói niêm phong. Chưa nhập gì.',
    en: 'The parcel has more records than allowed ({{records}} records, {{megabytes}} MB). Update the app on the tablet and export again: it makes several parcels of them. Nothing was imported.',
  },
  'parcel.too-large': {
    vi: 'Gói niêm phong lớn hơn mức cho phép ({{megabytes}} MB).',
    en: 'The parcel is larger than allowed ({{megabytes}} MB).',
  },
} as const;
