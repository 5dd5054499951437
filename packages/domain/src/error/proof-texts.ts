/** Why a photo or file is no evidence, and what to send instead. Part of the error catalogue. */
export const proofTexts = {
  'evidence.empty': {
    vi: 'Tệp rỗng, không có nội dung. Hãy kiểm tra lại tệp trên máy rồi chọn lại.',
    en: 'The file is empty. Check it on your computer and choose it again.',
  },
  'evidence.is-heic': {
    vi: 'Ảnh ở định dạng HEIC của điện thoại, nhiều máy không mở được. Hãy gửi ảnh dạng JPG: trên iPhone vào Cài đặt › Camera › Định dạng › “Tương thích nhất” rồi chụp lại, hoặc mở ảnh và xuất thành JPG.',
    en: 'The photo is in the HEIC format of a phone, which many computers cannot open. Send it as JPG: on an iPhone choose Settings › Camera › Formats › “Most Compatible” and take it again, or export it as JPG.',
  },
  'evidence.is-other-picture': {
    vi: 'Ảnh ở định dạng chưa nhận (GIF, BMP, TIFF hoặc AVIF). Hãy lưu lại thành JPG hoặc PNG rồi gửi.',
    en: 'The picture is in a format that is not taken (GIF, BMP, TIFF or AVIF). Save it as JPG or PNG and send that.',
  },
  'evidence.is-broken': {
    vi: 'Tệp ảnh bị hỏng hoặc thiếu phần cuối, thường do tải về hay chép sang chưa xong. Hãy tải hoặc chép lại tệp rồi chọn lại.',
    en: 'The picture is damaged or its end is missing, mostly because it was not downloaded or copied whole. Download or copy it again and choose that.',
  },
  'evidence.is-video': {
    vi: 'Phim và tệp âm thanh không được nhận làm minh chứng. Hãy gửi ảnh chụp (JPG, PNG) hoặc văn bản PDF.',
    en: 'Films and recordings are not taken as evidence. Send photos (JPG, PNG) or a PDF document.',
  },
  'evidence.is-old-office': {
    vi: 'Tệp ở định dạng Word, Excel cũ (.doc, .xls). Hãy mở bằng Word hoặc Excel, chọn Lưu thành › .docx, .xlsx hoặc PDF, rồi gửi tệp mới.',
    en: 'The file is in the old format of Word or Excel (.doc, .xls). Open it in Word or Excel, choose Save As › .docx, .xlsx or PDF, and send the new file.',
  },
  'evidence.has-password': {
    vi: 'Tệp được đặt mật khẩu nên người khác không mở được. Hãy bỏ mật khẩu, lưu lại rồi gửi.',
    en: 'The file is protected by a password, so that nobody else can open it. Remove the password, save it and send it again.',
  },
  'evidence.has-macros': {
    vi: 'Tệp có macro nên không được nhận. Hãy chọn Lưu thành › .docx, .xlsx hoặc PDF để bỏ macro, rồi gửi tệp mới.',
    en: 'The file has macros and is not taken. Choose Save As › .docx, .xlsx or PDF, which leaves the macros out, and send the new file.',
  },
  'evidence.is-archive': {
    vi: 'Tệp nén (ZIP, RAR, 7z) không được nhận. Hãy giải nén và gửi từng ảnh, từng văn bản.',
    en: 'Archives (ZIP, RAR, 7z) are not taken. Unpack it and send each photo and document by itself.',
  },
  'evidence.is-markup': {
    vi: 'Tệp SVG hoặc trang web có thể chứa mã chạy được nên không được nhận. Hãy gửi ảnh dạng JPG, PNG hoặc văn bản PDF.',
    en: 'SVG files and web pages can hold code that runs and are not taken. Send a picture as JPG or PNG, or a PDF document.',
  },
  'evidence.is-program': {
    vi: 'Nội dung tệp là một chương trình, dù tên tệp là gì, nên không được nhận.',
    en: 'What the file holds is a program, whatever its name is, and is not taken.',
  },
  'evidence.is-text': {
    vi: 'Tệp văn bản thuần (TXT, CSV) không được nhận. Hãy lưu thành PDF, Word (.docx) hoặc Excel (.xlsx) rồi gửi.',
    en: 'Plain text (TXT, CSV) is not taken. Save it as PDF, Word (.docx) or Excel (.xlsx) and send that.',
  },
  'evidence.kind-unknown': {
    vi: 'Nội dung tệp không thuộc loại được nhận hoặc tệp đã hỏng. Chỉ nhận ảnh JPG, PNG, WebP, văn bản PDF, Word (.docx) và Excel (.xlsx).',
    en: 'What the file holds is not of a kind that is taken, or it is damaged. Photos as JPG, PNG or WebP, PDF, Word (.docx) and Excel (.xlsx) are taken.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
