/** Messages of field work, its sending, and of evidence. Part of the error catalogue. */
export const fieldTexts = {
  'visit.round-not-issued': {
    vi: 'Đợt kiểm tra chưa được ban hành nên chưa ghi được.',
    en: 'The round has not been issued yet; nothing can be recorded.',
  },
  'visit.round-concluded': {
    vi: 'Đợt kiểm tra đã có kết luận, không ghi thêm được.',
    en: 'The round has its conclusion; nothing can be added.',
  },
  'visit.item-unknown': {
    vi: 'Bảng kiểm của buổi kiểm tra không có mục {{itemCode}}.',
    en: 'The checklist of this visit has no item {{itemCode}}.',
  },
  'visit.conflicts-open': {
    vi: 'Còn {{count}} chỗ hai người ghi khác nhau. Trưởng đoàn chọn xong mới kết thúc kiểm tra được.',
    en: 'There are still {{count}} places where people wrote differently. The leader settles them before closing.',
  },
  'visit.section-unknown': {
    vi: 'Bảng kiểm của buổi kiểm tra không có phần {{code}}.',
    en: 'The checklist of this visit has no section {{code}}.',
  },
  'visit.not-in-team': {
    vi: 'Người được giao không có trong đoàn.',
    en: 'The person is not on the team.',
  },
  'visit.written-already': {
    vi: 'Đã có người trong đoàn ghi nội dung tại buổi kiểm tra này, không rút lại được việc đoàn có mặt.',
    en: 'Somebody on the team has already written something at this visit; the check-in cannot be taken back.',
  },
  'visit.arrived-together': {
    vi: 'Người khác trong đoàn cũng đã ghi đoàn có mặt, không rút lại được.',
    en: 'Somebody else on the team has checked in as well; it cannot be taken back.',
  },
  'visit.hand-over-to-oneself': {
    vi: 'Hãy chọn người khác trong đoàn để bàn giao.',
    en: 'Choose somebody else in the team to hand over to.',
  },
  'finding.legal-basis-unknown': {
    vi: 'Không có căn cứ pháp lý mã {{legalBasisId}}.',
    en: 'There is no legal basis {{legalBasisId}}.',
  },
  'checklist.basis-words-kept': {
    vi: 'Tên, số, điều khoản của văn bản đã ghi được giữ nguyên; văn bản khác thì thêm mới.',
    en: 'The name, number and article of a recorded text stay; add another text instead.',
  },
  'checklist.basis-replaces-itself': {
    vi: 'Văn bản không thể thay thế chính nó.',
    en: 'A text cannot replace itself.',
  },
  'sync.author-not-sender': {
    vi: 'Nội dung này do người khác viết. Người viết phải tự đăng nhập để gửi.',
    en: 'Somebody else wrote this. The author has to sign in and send it.',
  },
  'sync.too-long-to-keep': {
    vi: 'Nội dung không được ghi nhận và dài hơn {{kilobytes}} kB nên máy chủ không lưu lại. Nội dung chỉ còn trên máy này.',
    en: 'This was not accepted, and the server does not keep it, for it is longer than {{kilobytes}} kB. It lies on this device alone.',
  },
  'sync.not-assigned-then': {
    vi: 'Lúc viết, người viết chưa được giao vào đoàn. Hãy kiểm tra ngày giờ của máy.',
    en: 'The author was not on the team yet when this was written. Check the clock of the device.',
  },
  'sync.seal-broken': {
    vi: 'Gói niêm phong không mở được: sai khóa, hoặc nội dung đã bị cắt hay sửa.',
    en: 'What was sealed does not open: the wrong key, or it was cut or altered.',
  },
  'sync.author-disabled': {
    vi: 'Tài khoản của người viết đã ngừng hoạt động. Nội dung được giữ lại chờ trưởng đoàn xem xét.',
    en: 'The author’s account is no longer active. This is kept until the team leader decides.',
  },
  'sync.author-unproven': {
    vi: 'Chưa xác định chắc người viết. Nội dung được giữ lại chờ trưởng đoàn xem xét.',
    en: 'It is not proven who wrote this. It is kept until the team leader decides.',
  },
  'sync.other-let-in': {
    vi: 'Trưởng đoàn đã nhận một bản khác của nội dung này do người khác nộp. Bản này được giữ lại chờ trưởng đoàn xem xét.',
    en: 'The team leader has let in another version of this, handed in by somebody else. This one is kept until the leader decides.',
  },
  'sync.other-stands': {
    vi: 'Nội dung này đã được ghi theo bản khác: bản do chính tác giả gửi, hoặc bản trưởng đoàn đã nhận. Bản này chỉ có thể không nhận.',
    en: 'Another version of this stands already: the author sent it, or the leader let it in. This one can only be declined.',
  },
  'sync.leader-has-enough': {
    vi: 'Trưởng đoàn còn {{maximum, number}} nội dung cùng nguồn này chờ xem xét ở buổi kiểm tra. Nội dung này vẫn nằm trên máy gửi; hãy gửi lại sau khi trưởng đoàn xem xét.',
    en: 'The team leader still has {{maximum, number}} entries of this visit from here to decide on. This one stays where it came from; send it again once they are decided.',
  },
  'sync.handed-to-leader': {
    vi: 'Đã chuyển trưởng đoàn xem xét.',
    en: 'Handed to the team leader.',
  },
  'sync.not-refused': {
    vi: 'Không có nội dung bị từ chối nào của bạn mang mã này.',
    en: 'You have no refused command with this id.',
  },
  'sync.already-handed': {
    vi: 'Nội dung này đã được chuyển trưởng đoàn.',
    en: 'This command was handed to the leader already.',
  },
  'sync.not-admissible': {
    vi: 'Nội dung không đủ để ghi nhận như một thao tác. Chỉ có thể không nhận.',
    en: 'Too little of this command is readable to apply it. It can only be declined.',
  },
  'sync.already-decided': {
    vi: 'Trưởng đoàn đã quyết định về nội dung này.',
    en: 'The leader has decided on this command already.',
  },
  'sync.recovery-key-absent': {
    vi: 'Khóa khôi phục {{id}} không nằm trên máy chủ này.',
    en: 'The recovery key {{id}} does not lie on this server.',
  },
  'sync.recovery-key-older': {
    vi: 'Khóa khôi phục này đã dùng trước đây và đã được thay. Hãy tạo khóa mới.',
    en: 'This recovery key was in use before and was replaced. Make a new one.',
  },
  'sync.wrong-visit': {
    vi: 'Nội dung không thuộc buổi kiểm tra đã ghi kèm.',
    en: 'The content belongs to another visit than the command.',
  },
  'sync.device-is-person': {
    vi: 'Mã máy ghi kèm là mã tài khoản của người viết, không phải mã của máy tính bảng nào.',
    en: 'The command names its author’s account as the device on which it was written. No tablet does that.',
  },
  'sync.unknown-schema': {
    vi: 'Máy chủ chưa nhận phiên bản {{schemaVersion}} của loại thao tác này. Hãy nâng cấp máy chủ rồi gửi lại.',
    en: 'The server does not know version {{schemaVersion}} of this command yet. Upgrade the server and send it again.',
  },
  'evidence.target-mismatch': {
    vi: 'Ảnh hoặc tệp phải gắn với đúng buổi kiểm tra, hoặc với một yêu cầu khắc phục.',
    en: 'A photo or file belongs either to a visit or to a corrective action.',
  },
  'evidence.not-awaited': {
    vi: 'Máy chủ đã nhận đủ tệp này, không cần gửi lại.',
    en: 'The server has this file already; there is no need to send it again.',
  },
  'evidence.not-received': {
    vi: 'Tệp này chưa được gửi lên đủ.',
    en: 'This file has not arrived completely yet.',
  },
  'evidence.ticket-missing': {
    vi: 'Thiếu mã ảnh hoặc tệp khi gửi lên.',
    en: 'The upload does not name its photo or file.',
  },
  'evidence.wrong-size': {
    vi: 'Tệp gửi lên có {{size}} byte, không phải {{expected}} byte như đã ghi.',
    en: 'The file sent has {{size}} bytes, not {{expected}} as recorded.',
  },
  'evidence.wrong-hash': {
    vi: 'Nội dung tệp gửi lên không khớp mã đã ghi. Tệp đã bị bỏ, hãy gửi lại.',
    en: 'The file sent does not match the hash on record. It was discarded; send it again.',
  },
  'evidence.wrong-type': {
    vi: 'Nội dung tệp là {{found}}, không phải {{mediaType}} như đã ghi. Hãy chọn lại tệp.',
    en: 'The content of the file is {{found}}, not {{mediaType}} as recorded. Choose the file again.',
  },
  'evidence.bytes-missing': {
    vi: 'Máy chủ đang phục vụ không có tệp này trong kho. Hãy báo quản trị viên.',
    en: 'The server at hand does not have this file in its store. Tell the administrator.',
  },
  'evidence.not-an-image': {
    vi: 'Tệp này không phải ảnh, hoặc ảnh không đọc được.',
    en: 'This file is not an image, or the image cannot be read.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
