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
    vi: 'Tệp có quá {{maximum, number}} dòng. Hãy chia thành nhiều tệp.',
    en: 'The file has more than {{maximum, number}} rows. Split it.',
  },
  'file.unpacked-too-large': {
    vi: 'Nội dung bên trong tệp lớn quá {{megabytes}} MB khi giải nén. Hãy bỏ các trang, dòng và hình không cần rồi lưu lại.',
    en: 'What the file holds is larger than {{megabytes}} MB once unpacked. Remove sheets, rows and pictures that are not needed and save it again.',
  },
  'file.too-many-cells': {
    vi: 'Tệp có quá {{maximum, number}} ô có nội dung. Hãy chia thành nhiều tệp.',
    en: 'The file has more than {{maximum, number}} filled cells. Split it.',
  },
  'file.too-many-columns': {
    vi: 'Dòng {{line}} có quá {{maximum, number}} cột.',
    en: 'Line {{line}} has more than {{maximum, number}} columns.',
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
    vi: 'Tệp này không phải bảng Excel (.xlsx) hay văn bản CSV, hoặc đã hỏng. Hãy mở bằng Excel rồi lưu lại dạng “Excel Workbook (.xlsx)”.',
    en: 'This file is no Excel table (.xlsx) or CSV text, or it is damaged. Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  },
  'file.no-rows': {
    vi: 'Dưới dòng tiêu đề (dòng {{line}}) không có dòng dữ liệu nào.',
    en: 'There are no rows below the heading in line {{line}}.',
  },
  'file.has-password': {
    vi: 'Tệp được đặt mật khẩu. Mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc › Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi chọn lại tệp.',
    en: 'The file is protected by a password. Open it in Excel, go to File › Info › Protect Workbook › Encrypt with Password, remove the password, save it and choose it again.',
  },
  'file.is-xls': {
    vi: 'Tệp ở định dạng Excel cũ (.xls). Mở bằng Excel, chọn Lưu thành › “Excel Workbook (.xlsx)”, rồi chọn tệp mới.',
    en: 'The file is in the old format of Excel (.xls). Open it in Excel, choose Save As › “Excel Workbook (.xlsx)”, and choose the new file.',
  },
  'file.is-xlsb': {
    vi: 'Tệp là sổ Excel nhị phân (.xlsb). Mở bằng Excel, chọn Lưu thành › “Excel Workbook (.xlsx)”, rồi chọn tệp mới.',
    en: 'The file is a binary Excel workbook (.xlsb). Open it in Excel, choose Save As › “Excel Workbook (.xlsx)”, and choose the new file.',
  },
  'file.is-ods': {
    vi: 'Tệp là bảng tính OpenDocument (.ods). Mở bằng LibreOffice hoặc Excel, chọn Lưu thành › “Excel 2007–365 (.xlsx)”, rồi chọn tệp mới.',
    en: 'The file is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel, choose Save As › “Excel 2007–365 (.xlsx)”, and choose the new file.',
  },
  'file.has-macros': {
    vi: 'Tệp có macro (.xlsm). Vì an toàn, tệp có macro không được nhận. Mở bằng Excel, chọn Lưu thành › “Excel Workbook (.xlsx)” để bỏ macro, rồi chọn tệp mới.',
    en: 'The file has macros (.xlsm). For safety such files are not taken. Open it in Excel, choose Save As › “Excel Workbook (.xlsx)”, which leaves the macros out, and choose the new file.',
  },
  'file.is-html': {
    vi: 'Tệp thực ra là trang web (HTML), dù tên tệp như bảng tính. Mở bằng Excel, chọn Lưu thành › “Excel Workbook (.xlsx)”, rồi chọn tệp mới.',
    en: 'The file is really a web page (HTML), although it is named like a spreadsheet. Open it in Excel, choose Save As › “Excel Workbook (.xlsx)”, and choose the new file.',
  },
  'file.is-xml': {
    vi: 'Tệp là văn bản XML. Nếu Excel mở được, chọn Lưu thành › “Excel Workbook (.xlsx)”, rồi chọn tệp mới.',
    en: 'The file is an XML text. If Excel can open it, choose Save As › “Excel Workbook (.xlsx)”, and choose the new file.',
  },
  'file.is-document': {
    vi: 'Tệp là văn bản (Word, PowerPoint, PDF hoặc RTF), không phải bảng tính. Hãy chép bảng vào Excel và lưu dạng “Excel Workbook (.xlsx)”.',
    en: 'The file is a document (Word, PowerPoint, PDF or RTF), not a spreadsheet. Copy the table into Excel and save it as “Excel Workbook (.xlsx)”.',
  },
  'file.sheet-unknown': {
    vi: 'Tệp không có trang tính “{{sheet}}”. Các trang có trong tệp: {{sheets}}.',
    en: 'The file has no sheet “{{sheet}}”. It has these: {{sheets}}.',
  },
  'file.two-heading-rows': {
    vi: 'Bảng “{{sheet}}”, dòng {{line}}, cột {{column}}: bảng có hai dòng tiêu đề. Hãy để tên cột trong một dòng, rồi lưu lại.',
    en: 'Table “{{sheet}}”, line {{line}}, column {{column}}: the table has two heading rows. Put the names of the columns into one row and save it again.',
  },
  'file.merged-heading': {
    vi: 'Bảng “{{sheet}}”, dòng {{line}}, cột {{column}}: ô tiêu đề được trộn qua nhiều cột. Hãy bỏ trộn ô và đặt tên cho từng cột.',
    en: 'Table “{{sheet}}”, line {{line}}, column {{column}}: a heading cell is merged over several columns. Unmerge it and name each column.',
  },
  'file.several-tables': {
    vi: 'Bảng “{{sheet}}”, dòng {{line}}, cột {{column}}: có thêm một bảng nữa bắt đầu từ đây. Hãy để mỗi bảng trong một tệp hoặc một trang tính riêng.',
    en: 'Table “{{sheet}}”, line {{line}}, column {{column}}: a further table begins here. Put each table into a file or sheet of its own.',
  },
  'file.garbled': {
    vi: 'Dòng {{line}}, cột {{column}}: chữ không phải Unicode (UTF-8), có thể là mã TCVN3, VNI hoặc chữ bị vỡ. Hãy chuyển bảng mã sang Unicode (ví dụ bằng UniKey Toolkit), rồi lưu dạng “CSV UTF-8” hoặc XLSX.',
    en: 'Line {{line}}, column {{column}}: the letters are not Unicode (UTF-8) but perhaps TCVN3, VNI or broken. Convert them to Unicode (with UniKey Toolkit, for example) and save the table as “CSV UTF-8” or XLSX.',
  },
  'file.cell-garbled': {
    vi: 'Cột {{column}}: chữ không phải Unicode (UTF-8) hoặc bị vỡ. Hãy gõ lại ô này bằng Unicode, rồi lưu dạng “CSV UTF-8” hoặc XLSX.',
    en: 'Column {{column}}: the letters are not Unicode (UTF-8) or are broken. Type the cell again in Unicode and save the table as “CSV UTF-8” or XLSX.',
  },
  'file.code-calculated': {
    vi: 'Cột {{column}}: mã đã bị bảng tính đổi thành số (dạng 9.9E+04 hoặc 99002.0). Hãy đặt định dạng cột là Văn bản và gõ lại mã.',
    en: 'Column {{column}}: a spreadsheet turned the code into a number (as 9.9E+04 or 99002.0). Format the column as text and type the code again.',
  },
  'file.day-doubtful': {
    vi: 'Cột {{column}}: không rõ là ngày nào. Hãy ghi đủ ngày/tháng/năm, ví dụ 31/01/2026.',
    en: 'Column {{column}}: it is not clear which day is meant. Write day/month/year in full, for example 31/01/2026.',
  },
  'file.cell-error': {
    vi: 'Cột {{column}}: ô đang báo lỗi công thức (như #REF!, #N/A). Hãy sửa công thức hoặc gõ giá trị.',
    en: 'Column {{column}}: the cell shows an error of its formula (as #REF! or #N/A). Correct the formula or type the value.',
  },
  'file.cell-boolean': {
    vi: 'Cột {{column}}: ô chứa TRUE hoặc FALSE, không phải chữ hay số. Hãy gõ giá trị đúng.',
    en: 'Column {{column}}: the cell holds TRUE or FALSE, neither text nor number. Type the right value.',
  },
  'file.cell-not-computed': {
    vi: 'Cột {{column}}: công thức chưa được tính. Hãy mở tệp bằng Excel, để Excel tính xong rồi lưu lại.',
    en: 'Column {{column}}: the formula was never worked out. Open the file in Excel, let it calculate and save it again.',
  },
  'file.not-utf8': {
    vi: 'Chữ trong tệp không phải Unicode (UTF-8). Mở bằng Excel, chọn Lưu thành › “CSV UTF-8” hoặc “Excel Workbook (.xlsx)”; nếu chữ là TCVN3 hoặc VNI thì chuyển sang Unicode trước.',
    en: 'The letters of the file are not Unicode (UTF-8). Open it in Excel, choose Save As › “CSV UTF-8” or “Excel Workbook (.xlsx)”; convert TCVN3 or VNI to Unicode first.',
  },
  'file.columns-missing': {
    vi: 'Bảng “{{sheet}}” không có dòng tiêu đề đủ các cột cần có. Dòng {{line}} gần đúng nhất, còn thiếu: {{columns}}.',
    en: 'Table “{{sheet}}” has no heading with all the columns that are needed. Line {{line}} comes nearest and lacks: {{columns}}.',
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
    vi: 'Dòng có nội dung ở cột thứ {{column}}, ngoài các cột của dòng tiêu đề; có thể thiếu dấu ngoặc kép quanh tên có dấu phẩy.',
    en: 'The row has something in column {{column}}, beyond those of the heading; a name with a comma may lack its quotation marks.',
  },
  'file.cell-too-long': {
    vi: 'Cột {{column}}: nội dung ô quá dài.',
    en: 'Column {{column}}: what the cell holds is too long.',
  },
  'file.nothing-accepted': { vi: 'Không dòng nào nhập được.', en: 'No row could be taken.' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
