import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { State, Word } from './people.ts';
import { importId, type Thing } from './world.ts';

/** With what a procedure is called: the thing, a published checklist, and an inspector who may lead. */
interface Called extends Thing {
  readonly checklistId: string;
  readonly leaderId: string;
}

interface Right {
  /** What it is called on: every unit, every province, rounds in these states, or nothing in particular. */
  readonly on: 'units' | 'provinces' | 'itself' | readonly State[];
  readonly who: readonly Word[];
  readonly input: (thing: Called) => unknown;
  /**
   * The id that shows in the answer to those, and to nobody else; by default they are let in and all others turned away.
   * `named`: the visit shows with its unit.
   */
  readonly shows?: string;
}

/** Called by people who are nobody yet, or nobody any more. */
interface Open {
  readonly open: string;
  /** Without any session; else with one that is good for this step. */
  readonly toNobody?: true;
}

const everybody = ['whoever is signed in'] as const;
const self = (input: unknown): Right => ({ on: 'itself', who: everybody, input: () => input });
const id = (key: string) => (thing: Thing) => ({ [`${key}`]: thing.ids[key] });

const overseers = ['leadership over it', 'programme office over it'] as const;
const deciders = ['leadership over the lead unit', 'programme office over the lead unit'] as const;
const qualityReaders = [
  'administrator over it',
  ...overseers,
  'quality office over it',
] as const satisfies readonly Word[];
const worked = ['reported', 'ended'] as const;
const told = ['announced', ...worked] as const;

const account = (input: (thing: Called) => unknown): readonly Right[] => [
  { on: 'units', who: ['administrator over it'], input },
];
const whole = (input: unknown, ...who: Word[]): readonly Right[] => [
  { on: 'itself', who: ['administrator over the whole', ...who], input: () => input },
];
const field = (who: Word, more: object = {}): readonly Right[] => [
  { on: ['reported'], who: [who], input: ({ ids }) => ({ visitId: ids.visitId, ...more }) },
];
const recordsQuality = (more: () => object, ...who: Word[]): readonly Right[] => [
  {
    on: 'units',
    who: ['quality office over it', ...who],
    input: ({ ids }) => ({ systemId: ids.systemId, ...more() }),
  },
];
const action = (who: Word, more: object): readonly Right[] => [
  { on: ['ended'], who: [who], input: ({ ids }) => ({ actionId: ids.actionId, ...more }) },
];
const figures = (who: readonly Word[], more: object): readonly Right[] => [
  { on: 'provinces', who, input: ({ ids }) => ({ areaId: ids.unitId, ...more }) },
];
const grant = (unitId: string | undefined, validFrom: string) => ({
  role: 'agency-head',
  unitId,
  validFrom,
  validUntil: null,
});
const asOf = '2026-11-23';

/**
 * Who may call what, by hand and in words (`people.ts` says what each means): one row or more for every procedure. The
 * inputs are such that whoever is let in changes nothing that another one is tried with.
 */
export const rights: Readonly<Record<string, readonly Right[] | Open>> = {
  'access.session': { open: 'says who is signed in, or nobody', toNobody: true },
  'access.signIn': { open: 'with a password', toNobody: true },
  'access.signOut': { open: 'ends the browser’s own session', toNobody: true },
  'access.changePassword': { open: 'with one’s current password; one’s own' },
  'access.enterCode': { open: 'after a password, with a code; one’s own' },
  'access.enrolSecondFactor': { open: 'with one’s current password; one’s own' },
  'access.dropSecondFactor': { open: 'with one’s current password and a code; one’s own' },
  'access.secondFactor': [self({})],
  'access.removeSecondFactor': account(({ ids }) => ({ accountId: ids.accountId, reason: 'Mất máy' })),
  'access.ownSessions': [self({})],
  'access.endOwnSessions': [self({ refs: [uuidV7()] })],
  'access.accounts': [{ on: 'units', who: ['administrator over it'], input: () => ({}), shows: 'accountId' }],
  'access.account': account(id('accountId')),
  'access.holdings': account(id('accountId')),
  'access.securityEvents': [
    { on: 'units', who: ['administrator over it'], input: id('accountId'), shows: 'event' },
  ],
  'access.createAccount': account(({ ids: { unitId, username } }) => ({
    accountId: uuidV7(),
    username,
    fullName: 'Người Mới',
    email: null,
    unitId,
    grants: [grant(unitId, '2026-01-01')],
    password: 'khong-ai-doan-duoc-7',
  })),
  'access.changeAccount': account(({ ids: { accountId, unitId, username } }) => {
    const facts = { unitId, fullName: `Người ${username}`, email: null };
    return { accountId, ...facts, seen: facts };
  }),
  'access.resetPassword': account(({ ids }) => ({ accountId: ids.accountId, code: 'abcd-efgh-jkmn-pqrs' })),
  'access.lockAccount': account(({ ids }) => ({ accountId: ids.accountId, reason: 'Nghỉ việc' })),
  'access.unlockAccount': account(({ ids }) => ({ accountId: ids.accountId, reason: 'Trở lại' })),
  'access.endSessions': account(id('accountId')),
  'access.beginRole': account(({ ids: { accountId, unitId } }) => ({
    grantId: uuidV7(),
    accountId,
    grant: grant(unitId, '1990-01-01'),
  })),
  'access.markRoleMistaken': account(({ ids }) => ({ grantId: ids.mistakenGrantId, reason: 'Nhầm' })),
  'access.endRole': account(({ ids }) => ({ grantId: ids.grantId, lastDay: '2026-12-31' })),
  'organisation.list': [self({ on: asOf })],
  'organisation.get': [{ on: 'units', who: everybody, input: id('unitId') }],
  'organisation.imports': [{ on: 'itself', who: ['administrator somewhere'], input: () => ({}) }],
  // Where a list of users came from others, whoever administers less than the whole is told that it is not there.
  'organisation.import': [{ on: 'itself', who: ['administrator somewhere'], input: () => ({ importId }) }],
  'organisation.importChanges': [
    { on: 'itself', who: ['administrator somewhere'], input: () => ({ importId }) },
  ],
  'organisation.markLinkMistaken': whole({ linkId: uuidV7(), reason: 'Nhầm' }),
  'organisation.markUnitMistaken': whole({ unitId: uuidV7(), reason: 'Nhầm', joinFormer: false }),
  'organisation.unitRests': whole({ unitId: uuidV7() }),
  'organisation.takeBackImport': [
    // An import of one's own, or any for whoever administers the whole: nobody else finds it.
    { on: 'itself', who: ['administrator somewhere'], input: () => ({ importId: uuidV7(), reason: 'Nhầm' }) },
  ],
  'calendar.list': [self({})],
  'planning.listDeadlines': [self({})],
  'planning.setDeadline': whole(
    {
      ...{ step: 'judgement', field: null, amount: 5, unit: 'working-day', event: 'issue' },
      ...{ source: 'Quy chế kiểm tra', mark: 'P' },
    },
    'programme office over the whole',
  ),
  'calendar.setYear': whole(
    { year: 2031, confirmed: true, source: 'Thông báo' },
    'programme office over the whole',
  ),
  'calendar.setHoliday': whole(
    { date: '2031-03-04', kind: 'off', nameVi: 'Nghỉ', nameEn: 'Off', source: 'Thông báo', mark: 'P' },
    'programme office over the whole',
  ),
  'calendar.removeHoliday': whole({ date: '2031-05-05' }, 'programme office over the whole'),
  'checklist.list': [self({})],
  'checklist.legalBases': [self({})],
  'checklist.recordLegalBasis': whole(
    {
      ...{ id: 'nd-500-2027', title: 'Nghị định 500/2027/NĐ-CP', titleEn: 'Decree 500/2027/NĐ-CP' },
      ...{ effectiveFrom: '2027-07-01', source: 'Công báo', mark: 'V' },
    },
    'programme office over the whole',
  ),
  'checklist.get': [
    { on: 'itself', who: everybody, input: ({ checklistId }) => ({ versionId: checklistId }) },
  ],
  'draft.get': [self({ form: 'round', about: null })],
  'draft.save': [self({ draftId: uuidV7(), form: 'round', about: null, version: 1, content: {} })],
  'draft.discard': [self({ draftId: uuidV7(), version: 1 })],
  'planning.listRounds': [
    {
      on: ['draft', 'secret', ...told],
      who: ['the team', ...deciders, 'head over it, once told'],
      input: () => ({}),
      shows: 'roundId',
    },
    {
      on: ['secret'],
      who: ['the team', 'who prepared it', 'leadership over the lead unit'],
      input: () => ({}),
      shows: 'named',
    },
  ],
  'planning.getRound': [
    {
      on: ['draft', 'secret', ...told],
      who: ['the team', ...deciders, 'head over it, once told'],
      input: id('roundId'),
    },
  ],
  'planning.roundChoices': [{ on: 'itself', who: ['programme office somewhere'], input: () => ({}) }],
  'planning.createRound': [
    {
      on: 'units',
      who: ['programme office over it'],
      input: ({ ids: { unitId }, leaderId }) => ({
        roundId: uuidV7(),
        name: 'Đợt',
        form: 'planned',
        field: 'combined',
        decisionNo: '01/QĐ-SNV',
        decisionDate: '2026-11-02',
        decidedBy: 'Giám đốc',
        startsOn: '2026-11-16',
        endsOn: '2026-12-04',
        leadUnitId: unitId,
        units: [{ unitId, plannedOn: '2026-11-25' }],
        members: [{ accountId: leaderId, role: 'leader' }],
        // Known to nobody: whoever may plan is told so.
        checklistVersionId: uuidV7(),
      }),
    },
  ],
  'planning.issueRound': [
    { on: ['announced'], who: ['programme office over the lead unit'], input: id('roundId') },
  ],
  'quality.get': [{ on: 'units', who: [...qualityReaders, 'head over it'], input: id('unitId') }],
  'quality.list': figures([...qualityReaders, 'head over it'], {}),
  'quality.editions': [self({})],
  'quality.setEdition': whole(
    {
      ...{ id: 'iso-9001-2008', effectiveFrom: '2008-11-15', supersededOn: null },
      ...{ source: 'Văn bản của Bộ Khoa học và Công nghệ', mark: 'V' },
    },
    'quality office over the whole',
  ),
  'quality.redeclarationsDue': [self({})],
  'quality.startSystem': [
    {
      on: 'units',
      who: ['quality office over it', 'head over it'],
      input: ({ ids }) => ({
        systemId: uuidV7(),
        unitId: ids.unitId,
        editionId: 'iso-9001-2015',
        scope: 'Thủ tục',
        startedOn: '2024-02-01',
      }),
    },
  ],
  'quality.recordEvent': recordsQuality(
    () => ({ eventId: uuidV7(), kind: 'apply', onDate: '2027-01-01', decisionNo: '1/QĐ' }),
    'head over it',
  ),
  'quality.closeDeclaration': recordsQuality(() => ({
    eventId: uuidV7(),
    onDate: '2027-01-01',
    reason: 'suspended',
    decisionNo: '1/QĐ',
  })),
  'audit.recordInternalAudit': recordsQuality(
    () => ({
      auditId: uuidV7(),
      auditedOn: '2027-01-01',
      scope: 'Thủ tục',
      auditors: [{ name: 'Người Mẫu', unitName: 'Phòng' }],
      impartial: true,
      findings: [],
      conclusion: 'Duy trì',
    }),
    'head over it',
  ),
  'audit.recordManagementReview': recordsQuality(
    () => ({
      reviewId: uuidV7(),
      heldOn: '2027-01-01',
      chairedBy: 'Người Mẫu',
      inputs: { a: 'Đã xem', b: 'Đã xem', c: 'Đã xem', d: 'Đã xem', e: 'Đã xem', f: 'Đã xem' },
      outputs: { improvement: null, 'system-changes': null, resources: null },
      decisions: [],
    }),
    'head over it',
  ),
  'statistics.areas': [self({})],
  'statistics.coverage': figures(qualityReaders, { asOf }),
  'statistics.coverageReport': [
    {
      on: 'provinces',
      who: qualityReaders,
      input: ({ ids }) => ({ unitCode: ids.code, asOf }),
    },
  ],
  'statistics.coverageSeries': figures(qualityReaders, { until: asOf, months: 2 }),
  'statistics.overdue': figures(overseers, { asOf }),
  'statistics.repeatFindings': figures(overseers, { asOf }),
  'conclusion.get': [
    { on: worked, who: ['the team', ...deciders, 'head over it, once issued'], input: id('conclusionId') },
    { on: worked, who: ['the team', ...deciders], input: id('conclusionId'), shows: 'report' },
  ],
  'conclusion.list': [
    {
      on: worked,
      who: ['the team', ...deciders, 'head over it, once issued'],
      input: () => ({}),
      shows: 'conclusionId',
    },
  ],
  'conclusion.listFindings': [
    {
      on: worked,
      who: ['the team', ...overseers, 'head over it, once issued'],
      input: id('roundId'),
      shows: 'findingId',
    },
  ],
  'conclusion.submitReport': [
    {
      on: ['reported'],
      who: ['its leader'],
      input: ({ ids }) => ({
        conclusionId: uuidV7(),
        roundId: ids.roundId,
        report: 'Báo cáo',
        draft: { strengths: 'Tốt' },
        requirements: [],
      }),
    },
  ],
  'conclusion.issue': [
    {
      on: ['ended'],
      who: ['programme office over the lead unit'],
      input: ({ ids }) => ({
        conclusionId: ids.conclusionId,
        number: '02/TB-SNV',
        issuedOn: '2026-11-23',
        signer: 'Lê Minh Quân',
        signerTitle: 'Giám đốc',
        draftedBy: 'CCHC',
      }),
    },
  ],
  'visit.get': [
    {
      on: ['secret', ...told],
      who: ['the team', ...overseers, 'head over it, once told'],
      input: id('visitId'),
    },
    {
      on: ['secret'],
      who: ['the team', 'who prepared it', 'leadership over the lead unit'],
      input: id('visitId'),
      shows: 'named',
    },
  ],
  'visit.list': [
    {
      on: ['secret', ...told],
      who: ['the team', ...overseers, 'head over it, once told'],
      input: () => ({ limit: 500 }),
      shows: 'visitId',
    },
    {
      on: ['secret'],
      who: ['the team', 'who prepared it', 'leadership over the lead unit'],
      input: () => ({ limit: 500 }),
      shows: 'named',
    },
  ],
  'visit.checkIn': field('the team', { arrivedAt: '2026-11-25T02:00:00Z' }),
  'visit.takeBackCheckIn': field('the team'),
  'visit.setAnswer': field('the team', { itemCode: 'M01', conformity: 'conform' }),
  'visit.settleAnswer': field('its leader', {
    itemCode: 'M01',
    over: [uuidV7()],
    field: 'conformity',
    value: 'conform',
  }),
  'visit.assignSections': field('its leader', { sections: [{ code: 'G1', accountId: null }] }),
  'visit.handOver': [
    {
      on: ['reported'],
      who: ['the team'],
      input: ({ ids }) => ({ visitId: ids.visitId, toAccountId: uuidV7() }),
    },
  ],
  'visit.submit': field('the team'),
  'visit.close': field('its leader'),
  'dossier.sample': [
    {
      on: ['reported'],
      who: ['the team'],
      input: ({ ids }) => ({
        sampleId: uuidV7(),
        visitId: ids.visitId,
        code: 'H1',
        procedure: 'Thủ tục',
        receivedOn: '2026-11-02',
        completeOn: '2026-11-02',
        dueOn: '2026-11-05',
        stopped: [],
        apologyIssued: false,
        extraPapersAsked: false,
      }),
    },
  ],
  'finding.raise': [
    {
      on: ['reported'],
      who: ['the team'],
      input: ({ ids }) => ({
        findingId: uuidV7(),
        visitId: ids.visitId,
        title: 'Thiếu',
        description: 'Thiếu',
        severity: 'reminder',
        legalBasisIds: [],
      }),
    },
  ],
  'finding.amend': [
    {
      on: ['reported'],
      who: ['the team'],
      input: ({ ids }) => ({
        findingId: ids.findingId,
        visitId: ids.visitId,
        title: 'Thiếu',
        description: 'Thiếu',
        severity: 'reminder',
        legalBasisIds: [],
      }),
    },
  ],
  'evidence.attach': [
    {
      on: ['reported'],
      who: ['the team'],
      input: ({ ids }) => photo(ids.visitId ?? '', { kind: 'finding', id: ids.findingId }),
    },
    {
      on: ['ended'],
      who: ['head over it'],
      input: ({ ids }) => photo(null, { kind: 'corrective-action', id: ids.actionId }),
    },
  ],
  'evidence.awaited': [
    {
      on: worked,
      who: ['the team', ...overseers, 'head over it, once issued'],
      input: id('visitId'),
      shows: 'evidenceId',
    },
  ],
  'evidence.states': [
    {
      on: worked,
      who: ['the team', ...overseers, 'head over it, once issued'],
      input: ({ ids }) => ({ ids: [ids.evidenceId] }),
      shows: 'evidenceId',
    },
  ],
  'sync.push': [self({ commands: [] })],
  'sync.pull': [self({ cursor: null })],
  'sync.packet': [{ on: ['announced', 'secret'], who: ['the team'], input: id('visitId') }],
  'sync.recoveryKey': [self(undefined)],
  'sync.quarantined': [
    {
      on: worked,
      who: ['its leader', ...overseers],
      input: id('visitId'),
      shows: 'quarantinedId',
    },
  ],
  'sync.quarantineCounts': [{ on: worked, who: ['its leader'], input: () => ({}), shows: 'visitId' }],
  'sync.admitQuarantined': [{ on: ['ended'], who: ['its leader'], input: id('quarantinedId') }],
  'sync.declineQuarantined': [
    {
      on: ['ended'],
      who: ['its leader'],
      input: ({ ids }) => ({ quarantinedId: ids.quarantinedId, reason: 'Không đúng' }),
    },
  ],
  'correctiveAction.list': [
    {
      on: ['ended'],
      who: ['the team', ...overseers, 'head over it'],
      input: () => ({}),
      shows: 'actionId',
    },
  ],
  'correctiveAction.get': [
    { on: ['ended'], who: ['the team', ...overseers, 'head over it'], input: id('actionId') },
  ],
  'correctiveAction.saveDraft': action('head over it', { version: 0, plan: [], evidenceIds: [] }),
  'correctiveAction.answer': action('head over it', {
    cause: 'Thiếu người',
    correction: 'Đã niêm yết',
    plan: [{ task: 'Niêm yết', person: 'Người Mẫu', dueOn: '2026-12-01' }],
    evidenceIds: [uuidV7()],
  }),
  'correctiveAction.accept': action('programme office over it, not its head', { answerId: uuidV7() }),
  'correctiveAction.return': action('programme office over it, not its head', {
    answerId: uuidV7(),
    reason: 'Chưa đủ',
  }),
  'trail.list': [
    {
      on: 'units',
      who: ['administrator over it'],
      input: ({ ids }) => ({ subjectId: ids.entry }),
      shows: 'entry',
    },
    {
      on: ['announced'],
      who: ['administrator over the lead unit'],
      input: ({ ids }) => ({ subjectId: ids.roundId }),
      shows: 'roundId',
    },
    // Nobody: who is on the team or prepared it administers nothing here.
    { on: ['secret'], who: [], input: ({ ids }) => ({ subjectId: ids.roundId }), shows: 'roundId' },
  ],
  'trail.chain': whole({}),
  'notice.myWork': [
    self({}),
    { on: ['draft'], who: ['programme office over the lead unit'], input: () => ({}), shows: 'roundId' },
    { on: ['secret'], who: ['the team'], input: () => ({}), shows: 'visitId' },
    { on: ['ended'], who: ['head over it'], input: () => ({}), shows: 'actionId' },
  ],
  'device.list': [{ on: 'units', who: ['administrator over it'], input: () => ({}), shows: 'deviceId' }],
  'device.register': [
    self({ deviceId: uuidV7(), label: 'Máy', platform: 'Thử', signKey: 'x', agreeKey: 'x', proof: 'x' }),
  ],
  'device.orderWipe': account(({ ids }) => ({ orderId: uuidV7(), deviceId: ids.deviceId, reason: 'Mất' })),
  'device.cancelWipe': account(id('orderId')),
  'device.reportWipe': [
    {
      on: 'units',
      // Only a device, on its own signature.
      who: [],
      input: ({ ids }) => ({
        orderId: ids.orderId,
        handedIn: { records: 0, photos: 0, sealedFiles: 0 },
        destroyed: { records: 0, photos: 0, drafts: 0, keys: 0 },
      }),
    },
  ],
};

function photo(visitId: string | null, target: object) {
  return {
    evidenceId: uuidV7(),
    visitId,
    target,
    sha256: 'a'.repeat(64),
    size: 10,
    mediaType: 'image/jpeg',
    name: 'anh.jpg',
    takenAt: '2026-11-23T02:00:00Z',
  };
}
