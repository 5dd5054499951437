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
  'corrective-action.plan-needed': {
    vi: 'Cần ít nhất một biện pháp để không lặp lại.',
    en: 'Give at least one measure against recurrence.',
  },
  'corrective-action.evidence-needed': {
    vi: 'Cần ít nhất một minh chứng.',
    en: 'Add at least one proof.',
  },
  'planning.one-leader': {
    vi: 'Đoàn cần đúng một trưởng đoàn.',
    en: 'The team needs exactly one leader.',
  },
  'planning.member-twice': {
    vi: 'Người này đã có trong đoàn.',
    en: 'This person is already in the team.',
  },
  'planning.unit-needed': {
    vi: 'Cần ít nhất một đơn vị được kiểm tra.',
    en: 'Choose at least one unit to inspect.',
  },
  'planning.unit-twice': {
    vi: 'Đơn vị này đã có trong cuộc kiểm tra.',
    en: 'This unit is already in the round.',
  },
  'planning.visit-outside': {
    vi: 'Ngày đến phải trong thời gian của cuộc kiểm tra.',
    en: 'The visit must lie within the round.',
  },
  'planning.decision-after-start': {
    vi: 'Quyết định phải có trước khi cuộc kiểm tra bắt đầu.',
    en: 'The decision must be dated before the round starts.',
  },
  'planning.notice-short': {
    vi: 'Chỉ báo trước {{workingDays}} ngày làm việc; cần ít nhất 5.',
    en: 'Announced only {{workingDays}} working days ahead; 5 are needed.',
  },
  'conclusion.finding-twice': {
    vi: 'Mỗi phát hiện chỉ nêu một yêu cầu.',
    en: 'Ask once for each finding.',
  },
  'visit.closed': {
    vi: 'Cuộc kiểm tra tại đơn vị đã đóng, không ghi thêm được.',
    en: 'The visit is closed; nothing can be added.',
  },
  'visit.answer-empty': {
    vi: 'Chưa có nội dung trả lời.',
    en: 'The answer is empty.',
  },
  'checklist.code-twice': {
    vi: 'Mã mục bị trùng trong bộ câu hỏi.',
    en: 'An item code appears twice in the checklist.',
  },
} as const;
