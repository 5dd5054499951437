/** What an import makes of units and of the links between them. Part of the error catalogue. */
export const unitChangeTexts = {
  'organisation.unit-added': {
    vi: 'Thêm {{name}} (mã {{code}}), thuộc {{over}}, từ ngày {{from}}.',
    en: '{{name}} ({{code}}) is added under {{over}} from {{from}} on.',
  },
  'organisation.unit-added-until': {
    vi: 'Thêm {{name}} (mã {{code}}), thuộc {{over}}, từ ngày {{from}} đến hết ngày {{until}}.',
    en: '{{name}} ({{code}}) is added under {{over}} from {{from}} to {{until}}.',
  },
  'organisation.unit-added-at-top': {
    vi: 'Thêm {{name}} (mã {{code}}), từ ngày {{from}}.',
    en: '{{name}} ({{code}}) is added from {{from}} on.',
  },
  'organisation.unit-added-at-top-until': {
    vi: 'Thêm {{name}} (mã {{code}}), từ ngày {{from}} đến hết ngày {{until}}.',
    en: '{{name}} ({{code}}) is added from {{from}} to {{until}}.',
  },
  'organisation.unit-begins': {
    vi: '{{name}} (mã {{code}}) có hiệu lực từ ngày {{from}} thay vì {{before}}.',
    en: '{{name}} ({{code}}) is in force from {{from}} on instead of {{before}}.',
  },
  'organisation.unit-ends': {
    vi: '{{name}} (mã {{code}}) có hiệu lực đến hết ngày {{until}}.',
    en: '{{name}} ({{code}}) is in force until {{until}}.',
  },
  'organisation.unit-opened': {
    vi: '{{name}} (mã {{code}}) không còn kết thúc ngày {{before}} mà tiếp tục có hiệu lực.',
    en: '{{name}} ({{code}}) does not end on {{before}} any more.',
  },
  'organisation.link-added': {
    vi: '{{before}} (mã {{oldPlace}}) → {{after}} (mã {{newPlace}}).',
    en: '{{before}} ({{oldPlace}}) → {{after}} ({{newPlace}}).',
  },
  'organisation.link-goes-on': {
    vi: '{{before}} (mã {{oldPlace}}) → {{after}} (mã {{newPlace}}): vẫn là đơn vị đó, tiếp tục.',
    en: '{{before}} ({{oldPlace}}) → {{after}} ({{newPlace}}): the same unit going on.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
