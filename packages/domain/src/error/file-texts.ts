/** Why an uploaded or imported file was refused. Part of the error catalogue. */
export const fileTexts = {
  'file.not-found': { vi: 'Không đọc được tệp {{path}}.', en: 'The file {{path}} cannot be read.' },
  'file.changed-since-chosen': {
    vi: 'Tệp đã được sửa, đổi tên hoặc chuyển chỗ từ khi chọn. Hãy chọn lại tệp.',
    en: 'The file was changed, renamed or moved since it was chosen. Choose it again.',
  },
  'file.example-row': {
    vi: 'Đây là dòng ví dụ của tệp mẫu. Hãy xóa dòng này hoặc thay bằng nội dung thật.',
    en: 'This is an example of the template. Delete the row, or put real content in its place.',
  },
  'file.empty': { vi: 'Tệp không có dòng dữ liệu nào.', en: 'The file has no rows.' },
  'file.too-large': {
    vi: 'Tệp lớn quá {{megabytes}} MB.',
    en: 'The file is larger than {{megabytes}} MB.',
  },
  'file.too-many-rows': {
    vi: 'Tệp có quá {{maximum}} dòng. Hãy chia thành nhiều tệp.',
    en: 'The file has more than {{maximum}} rows. Split it.',
  },
  'file.unpacked-too-large': {
    vi: 'Nội dung bên trong tệp lớn quá {{megabytes}} MB khi giải nén. Hãy bỏ các trang, dòng và hình không cần rồi lưu lại.',
    en: 'What the file holds is larger than {{megabytes}} MB once unpacked. Remove sheets, rows and pictures that are not needed and save it again.',
  },
  'file.too-many-cells': {
    vi: 'Tệp có quá {{maximum}} ô có nội dung. Hãy chia thành nhiều tệp.',
    en: 'The file has more than {{maximum}} filled cells. Split it.',
  },
  'file.row-too-long': {
    vi: 'Dòng {{line}} quá dài; có thể thiếu dấu ngoặc kép đóng.',
    en: 'Row {{line}} is too long; a closing quotation mark may be missing.',
  },
  'file.sizes-wrong': {
    vi: 'Tệp XLSX bị hỏng hoặc bị sửa: phần nén bên trong không đúng kích thước mà tệp tự khai. Hãy mở bằng chương trình bảng tính và lưu lại.',
    en: 'The XLSX file is damaged or was altered: what is packed in it is not as large as the file itself says. Open it in a spreadsheet program and save it again.',
  },
  'file.takes-too-long': {
    vi: 'Đọc tệp quá {{seconds}} giây nên đã dừng. Chưa nhập gì. Hãy chia thành nhiều tệp.',
    en: 'Reading the file took more than {{seconds}} seconds and was stopped. Nothing was imported. Split it.',
  },
  'file.writing-takes-too-long': {
    vi: 'Ghi danh sách quá {{seconds}} giây nên đã dừng. Hãy chia thành nhiều tệp. Dòng nào đã ghi thì gửi lại cũng không ghi hai lần.',
    en: 'Writing the list took more than {{seconds}} seconds and was stopped. Split it. A row that was written is not written twice.',
  },
  'file.takes-too-much': {
    vi: 'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng. Chưa nhập gì. Hãy chia thành nhiều tệp.',
    en: 'Reading the file took too much memory and was stopped. Nothing was imported. Split it.',
  },
  'file.others-first': {
    vi: 'Máy chủ đang đọc tệp khác. Hãy thử lại sau ít phút.',
    en: 'The server is reading other files. Try again in a few minutes.',
  },
  'file.not-a-table': {
    vi: 'Tệp không phải CSV (UTF-8) hay XLSX như đuôi tệp cho biết.',
    en: 'The file is not the CSV (UTF-8) or XLSX that its name says.',
  },
  'file.not-utf8': {
    vi: 'Tệp không phải mã UTF-8. Hãy lưu lại dạng “CSV UTF-8” hoặc XLSX.',
    en: 'The file is not in UTF-8. Save it as “CSV UTF-8” or XLSX.',
  },
  'file.columns-missing': {
    vi: 'Dòng tiêu đề thiếu cột: {{columns}}.',
    en: 'The header lacks these columns: {{columns}}.',
  },
  'file.columns-unknown': {
    vi: 'Dòng {{line}} có cột không rõ dùng để làm gì: {{columns}}. Hãy sửa tên cột, hoặc chọn bỏ qua cột đó.',
    en: 'Line {{line}} has columns of unknown use: {{columns}}. Correct their headings, or choose to ignore them.',
  },
  'file.column-unknown': {
    vi: 'Bỏ qua cột “{{column}}”, không nhập nội dung của cột này',
    en: 'Ignore the column “{{column}}”; what it holds is not imported',
  },
  'file.column-repeated': {
    vi: 'Dòng tiêu đề có hai cột cùng tên: {{columns}}.',
    en: 'The header has a column twice: {{columns}}.',
  },
  'file.broken-quotes': {
    vi: 'Dấu ngoặc kép từ dòng {{line}} không được đóng đúng.',
    en: 'A quotation mark from line {{line}} on is not closed properly.',
  },
  'file.cells-too-many': {
    vi: 'Dòng có nhiều ô hơn dòng tiêu đề; có thể thiếu dấu ngoặc kép quanh tên có dấu phẩy.',
    en: 'The row has more cells than the header; a name with a comma may lack its quotation marks.',
  },
  'file.cell-too-long': { vi: 'Dòng có ô quá dài.', en: 'The row has a cell that is too long.' },
  'file.nothing-accepted': { vi: 'Không dòng nào nhập được.', en: 'No row could be taken.' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
