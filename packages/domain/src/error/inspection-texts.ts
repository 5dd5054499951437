/** Messages of planning, field work, conclusions and corrective actions. */
export const inspectionTexts = {
  'dossier.complete-before-received': {
    vi: 'Ngày hồ sơ đầy đủ không thể trước ngày tiếp nhận.',
    en: 'The dossier cannot be complete before it was received.',
  },
  'dossier.due-before-complete': {
    vi: 'Ngày hẹn trả không thể trước ngày hồ sơ đầy đủ.',
    en: 'The due date cannot be before the dossier was complete.',
  },
  'dossier.returned-before-complete': {
    vi: 'Ngày trả kết quả không thể trước ngày hồ sơ đầy đủ.',
    en: 'The result cannot be returned before the dossier was complete.',
  },
  'dossier.stop-outside': {
    vi: 'Ngày dừng phải nằm trong thời gian giải quyết hồ sơ.',
    en: 'The stop must lie within the processing of the dossier.',
  },
  'state.not-allowed': {
    vi: 'Việc này không còn làm được ở trạng thái hiện tại. Hãy tải lại để xem.',
    en: 'This cannot be done in the present state. Reload to see it.',
  },
  'corrective-action.plan-before-conclusion': {
    vi: 'Biện pháp không thể xong trước ngày ban hành kết luận, {{day}}.',
    en: 'A measure cannot end before the day of the conclusion, {{day}}.',
  },
  'corrective-action.plan-needed': {
    vi: 'Nêu ít nhất một biện pháp để không lặp lại.',
    en: 'Give at least one measure against recurrence.',
  },
  'corrective-action.evidence-needed': {
    vi: 'Thêm ít nhất một minh chứng.',
    en: 'Add at least one proof.',
  },
  'planning.one-leader': {
    vi: 'Chọn đúng một trưởng đoàn.',
    en: 'Choose exactly one leader.',
  },
  'planning.member-twice': {
    vi: 'Người này đã có trong đoàn.',
    en: 'This person is already in the team.',
  },
  'planning.unit-needed': {
    vi: 'Chọn ít nhất một đơn vị được kiểm tra.',
    en: 'Choose at least one unit to inspect.',
  },
  'planning.unit-twice': {
    vi: 'Đơn vị này đã có trong đợt kiểm tra.',
    en: 'This unit is already in the round.',
  },
  'planning.visit-outside': {
    vi: 'Ngày đến phải trong thời gian của đợt kiểm tra.',
    en: 'The visit must lie within the round.',
  },
  'planning.decision-after-start': {
    vi: 'Quyết định phải có trước khi đợt kiểm tra bắt đầu.',
    en: 'The decision must be dated before the round starts.',
  },
  'planning.notice-short': {
    vi: 'Chỉ báo trước {{workingDays}} ngày làm việc; cần ít nhất 5.',
    en: 'Announced only {{workingDays}} working days ahead; 5 are needed.',
  },
  'planning.not-an-inspector': {
    vi: 'Người này không có vai trò kiểm tra viên còn hiệu lực vào ngày bắt đầu.',
    en: 'This person does not hold the inspector role on the first day.',
  },
  'planning.member-of-unit': {
    vi: 'Người này làm việc tại đơn vị được kiểm tra; hãy chọn người khác để bảo đảm khách quan.',
    en: 'This person works for an inspected unit; choose somebody independent.',
  },
  'planning.unit-not-in-force': {
    vi: 'Đơn vị không còn hoặc chưa hoạt động vào ngày đến.',
    en: 'The unit is not in force on the day of the visit.',
  },
  'planning.checklist-not-published': {
    vi: 'Chọn bảng kiểm đã ban hành.',
    en: 'Only a published checklist can be used.',
  },
  'planning.decision-number-form': {
    vi: 'Ghi số, ký hiệu như 1184/QĐ-SNV: số, QĐ, chữ viết tắt tên cơ quan.',
    en: 'Write number and symbol like 1184/QĐ-SNV: the number, QĐ, the abbreviation of the agency.',
  },
  'planning.decision-in-future': {
    vi: 'Ngày quyết định không được sau hôm nay.',
    en: 'The decision cannot be dated after today.',
  },
  'planning.decision-taken': {
    vi: 'Đã có đợt kiểm tra ban hành theo quyết định số này trong năm. Hãy xem lại số quyết định.',
    en: 'A round has been issued under a decision of this number in that year. Check the number.',
  },
  'planning.notice-in-future': {
    vi: 'Ngày báo cho đơn vị không được sau hôm nay.',
    en: 'The notice cannot be dated after today.',
  },
  'planning.notice-reason-needed': {
    vi: 'Nêu lý do báo trước chưa đủ 5 ngày làm việc.',
    en: 'Say why the notice is shorter than 5 working days.',
  },
  'planning.notice-forbidden': {
    vi: 'Kiểm tra đột xuất không báo trước.',
    en: 'An unannounced round is not announced.',
  },
  'planning.draft-changed': {
    vi: 'Dự thảo đã thay đổi sau khi bạn mở. Hãy xem lại nội dung mới rồi ban hành.',
    en: 'The draft was changed after you opened it. Look at it as it is now, then issue it.',
  },
  'conclusion.finding-elsewhere': {
    vi: 'Phát hiện này không thuộc đợt kiểm tra.',
    en: 'This finding does not belong to the round.',
  },
  'conclusion.due-in-past': {
    vi: 'Hạn phải sau ngày nộp báo cáo.',
    en: 'The deadline must come after the day of the report.',
  },
  'conclusion.minutes-in-future': {
    vi: 'Biên bản chỉ ghi ngày đã ký.',
    en: 'Minutes are of a day on which they were signed already.',
  },
  'conclusion.visits-open': {
    vi: 'Còn {{count}} đơn vị chưa kết thúc kiểm tra. Trưởng đoàn kết thúc hết rồi mới báo cáo được.',
    en: '{{count}} visits are not closed yet. The leader closes them before reporting.',
  },
  'conclusion.already-submitted': {
    vi: 'Đợt kiểm tra này đã có báo cáo.',
    en: 'This round already has its report.',
  },
  'conclusion.issued-before-end': {
    vi: 'Kết luận không thể có trước khi đoàn đến đơn vị cuối cùng.',
    en: 'The conclusion cannot be dated before the last visit.',
  },
  'corrective-action.evidence-unknown': {
    vi: 'Minh chứng này không thuộc yêu cầu khắc phục đang báo cáo.',
    en: 'This proof does not belong to the action being answered.',
  },
  'conclusion.draft-changed': {
    vi: 'Dự thảo hoặc hạn báo cáo đã thay đổi sau khi bạn mở. Hãy xem lại nội dung mới rồi ban hành.',
    en: 'The draft or the due dates were changed after you opened it. Look at it as it is now, then issue it.',
  },
  'conclusion.issued-in-future': {
    vi: 'Ngày ban hành không được sau hôm nay.',
    en: 'The conclusion cannot be dated after today.',
  },
  'conclusion.number-form': {
    vi: 'Ghi số, ký hiệu như 118/TB-SNV: số, TB (hoặc KL), chữ viết tắt tên cơ quan.',
    en: 'Write number and symbol like 118/TB-SNV: the number, TB (or KL), the abbreviation of the agency.',
  },
  'conclusion.number-taken': {
    vi: 'Số này đã dùng cho một kết luận khác của cơ quan trong năm.',
    en: 'Another conclusion of the agency bears this number in that year.',
  },
  'conclusion.results-needed': {
    vi: 'Kết luận phải có kết quả kiểm tra: nêu ưu điểm hoặc tồn tại, hạn chế.',
    en: 'A conclusion needs results: say what was good or what was not.',
  },
  'conclusion.authority-form': {
    vi: 'Ghi TM., KT., TL. hoặc TUQ. rồi tên cơ quan hoặc chức vụ, ví dụ KT. GIÁM ĐỐC. Người đứng đầu tự ký thì để trống.',
    en: 'Write TM., KT., TL. or TUQ. and then the body or the office, for example KT. GIÁM ĐỐC. Leave it empty where the head signs.',
  },
  'conclusion.authority-needed': {
    vi: 'Cấp phó ký thay người đứng đầu: ghi thẩm quyền ký, ví dụ KT. GIÁM ĐỐC.',
    en: 'A deputy signs for the head: say so, for example KT. GIÁM ĐỐC.',
  },
  'conclusion.finding-twice': {
    vi: 'Mỗi phát hiện chỉ nêu một yêu cầu.',
    en: 'Ask once for each finding.',
  },
  'visit.changed-since': {
    vi: 'Đoàn vừa gửi thêm nội dung sau khi bạn mở buổi kiểm tra này. Hãy xem nội dung mới rồi kết thúc kiểm tra.',
    en: 'The team sent more after you opened this visit. Read what is new, then close it.',
  },
  'visit.closed': {
    vi: 'Buổi kiểm tra tại đơn vị đã kết thúc, không ghi thêm được.',
    en: 'The visit is closed; nothing can be added.',
  },
  'visit.answer-empty': {
    vi: 'Ghi kết quả, số lượng hoặc ghi chú.',
    en: 'Write a result, a count or a note.',
  },
  'checklist.code-twice': {
    vi: 'Mã mục bị trùng trong bảng kiểm.',
    en: 'An item code appears twice in the checklist.',
  },
} as const;
