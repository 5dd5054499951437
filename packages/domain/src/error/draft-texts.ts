/** Why a draft was not saved. */
export const draftTexts = {
  'draft.newer': {
    vi: 'Bản soạn này đã được lưu từ một cửa sổ hoặc máy khác. Chưa ghi đè bản nào.',
    en: 'This draft was saved from another place. Nothing was overwritten.',
  },
  'draft.gone': {
    vi: 'Bản soạn này đã được gửi hoặc bỏ ở một cửa sổ hoặc máy khác.',
    en: 'This draft was sent or thrown away in another place.',
  },
  'draft.too-large': {
    vi: 'Bản soạn quá dài nên chưa lưu được. Hãy rút gọn hoặc gửi đi.',
    en: 'The draft is too long to be saved. Shorten it or send it.',
  },
  'draft.too-many': {
    vi: 'Bạn đang có {{maximum, number}} bản nháp. Hãy gửi hoặc bỏ bớt.',
    en: 'You have {{maximum, number}} drafts begun. Send or throw away some of them.',
  },
  'draft.no-room': {
    vi: 'Các bản nháp của bạn đã chiếm hết dung lượng cho phép nên chưa lưu được. Hãy gửi hoặc bỏ bớt.',
    en: 'Your drafts take all the room that one person has, so this was not saved. Send or throw away some of them.',
  },
} as const;
