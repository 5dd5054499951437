/** Messages of sealed parcels: work that left a tablet as a file. Part of the error catalogue. */
export const parcelTexts = {
  'parcel.not-a-parcel': {
    vi: 'Tệp này không phải gói dữ liệu của máy tính bảng.',
    en: 'This file is no parcel of a tablet.',
  },
  'parcel.newer-version': {
    vi: 'Gói do một bản ứng dụng mới hơn tạo ra. Hãy cập nhật rồi nhập lại.',
    en: 'The parcel was made by a newer version of the app. Update, then import it again.',
  },
  'parcel.cut': {
    vi: 'Gói bị thiếu phần cuối, có thể chép chưa xong. Hãy chép lại tệp từ máy tính bảng. Chưa nhập gì.',
    en: 'The end of the parcel is missing; perhaps it was not copied whole. Copy it again from the tablet. Nothing was imported.',
  },
  'parcel.altered': {
    vi: 'Nội dung gói không còn đúng với niêm phong. Hãy lấy lại tệp từ máy tính bảng. Chưa nhập gì.',
    en: 'The parcel is no longer what was sealed. Take the file from the tablet again. Nothing was imported.',
  },
  'parcel.signature-wrong': {
    vi: 'Chữ ký của máy tính bảng trên gói không đúng. Chưa nhập gì.',
    en: 'The tablet’s signature on the parcel is wrong. Nothing was imported.',
  },
  'parcel.not-for-you': {
    vi: 'Gói này không niêm phong cho máy này. Hãy nhập tại bàn làm việc hoặc trên máy của người cùng đoàn.',
    en: 'This parcel is not sealed for this device. Import it at the desk or on a team member’s tablet.',
  },
  'parcel.key-missing': {
    vi: 'Máy chủ không giữ khóa khôi phục của gói này. Hãy chọn tệp khóa khôi phục của tỉnh.',
    en: 'The server does not hold the recovery key of this parcel. Choose the province’s recovery key file.',
  },
  'parcel.too-many-at-once': {
    vi: 'Đang có quá nhiều gói được gửi đến cùng lúc. Hãy thử lại sau {{seconds}} giây.',
    en: 'Too many parcels are coming in at this moment. Try again in {{seconds}} seconds.',
  },
  'parcel.too-many-records': {
    vi: 'Gói có nhiều bản ghi hơn mức cho phép ({{records}} bản ghi, {{megabytes}} MB). Hãy cập nhật ứng dụng trên máy tính bảng rồi xuất lại: ứng dụng sẽ chia thành nhiều gói. Chưa nhập gì.',
    en: 'The parcel has more records than allowed ({{records}} records, {{megabytes}} MB). Update the app on the tablet and export again: it makes several parcels of them. Nothing was imported.',
  },
  'parcel.too-large': {
    vi: 'Gói lớn hơn mức cho phép ({{megabytes}} MB).',
    en: 'The parcel is larger than allowed ({{megabytes}} MB).',
  },
} as const;
