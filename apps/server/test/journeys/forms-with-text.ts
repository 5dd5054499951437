import { makeTestDevice } from '@kycuong/api/testing/test-device.ts';
import { generatePaperCode } from '@kycuong/domain/access/paper-code.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import { recoveryCodeCount } from '@kycuong/domain/access/second-factor.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { Secret, TOTP } from 'otpauth';
import { houseUrl } from '../house.ts';
import { type Api, apiAs, cookieAs } from './api-as.ts';
import { type Invented, invent } from './invented-people.ts';
import { answer, close, conclude, disagree, inspect, report, tellRound } from './told-rounds.ts';

/** A form of the console, by where people come to it. */
export interface TextForm {
  readonly name: string;
  readonly path: string;
  /** What is pressed before all its fields stand there. */
  readonly presses?: readonly string[];
  /** The files whose fields are in it. */
  readonly from: readonly string[];
  /** Saved on the server as one goes. Every other form is kept on the computer until it is sent. */
  readonly isDraft?: true;
  /** Nothing of it is kept: its fields stand with a password. */
  readonly isPassing?: true;
  /** What its widest field takes, where that is more than the 5,000 characters of the others. */
  readonly longest?: number;
}

/** Who fills in which forms. A demo account by its name, or somebody invented. */
export interface Desk {
  readonly who: string | Invented | null;
  readonly forms: readonly TextForm[];
}

/** Places that no desk comes to, each with the reason. */
export const elsewhere: Readonly<Record<string, string>> = {
  'areas/access/enter-code.tsx': 'six figures that an app shows for half a minute',
  'areas/access/enrol-factor.tsx': 'the same',
  'areas/access/second-factor-page.tsx': 'the same',
  'areas/conclusion/issue-form.tsx results': 'asked for drafts that an earlier release took without results',
};

async function factorOf({ api, password }: Invented): Promise<void> {
  const secret = new Secret({ size: 20 }).base32;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const recoveryCodes = Array.from({ length: recoveryCodeCount }, generatePaperCode);
  const payload = { current: password, secret, code, recoveryCodes };
  await api.access.enrolSecondFactor.mutate({ id: uuidV7(), payload });
}

/** A list of people comes in, as the form sends it; gives the import. */
async function bringList(admin: Api): Promise<string> {
  const file =
    'username,full_name,unit_code,role,valid_from\no.chu.nhap,Trương Văn Ô Chữ,37,inspector,2026-01-01\n';
  const form = new FormData();
  form.set('file', new File([file], 'o-chu.csv', { type: 'text/csv' }));
  form.set('input', JSON.stringify({ passwords: [] }));
  form.set('id', uuidV7());
  form.set('dryRun', 'false');
  const headers = { cookie: await cookieAs('quantri'), origin: new URL(houseUrl()).origin };
  const answered = await fetch(new URL('/api/import/users', houseUrl()), {
    ...{ method: 'POST', body: form, headers },
  });
  if (!answered.ok) throw new Error(await answered.text());
  const { imports } = await admin.organisation.imports.query({});
  return imports.find(({ fileName }) => fileName === 'o-chu.csv')?.id ?? '';
}

async function unitsByStatus() {
  const iso = await apiAs('iso');
  const [area] = await iso.statistics.areas.query({});
  const { rows } = await iso.quality.list.query({ areaId: area?.id ?? '' });
  return {
    unitOf: (wanted: string) => rows.find(({ status }) => status === wanted)?.unitId ?? '',
    /** One that has declared anew, and owes what follows a declaration. */
    declaredAnew: async () => {
      const [, unitId = ''] = rows.flatMap((row) =>
        row.status === 'declared-maintained' ? [row.unitId] : [],
      );
      const { system, today } = await iso.quality.get.query({ unitId });
      const payload = {
        ...({ eventId: uuidV7(), systemId: system?.id ?? '', kind: 'redeclare', onDate: today } as const),
        ...{ decisionNo: '2408/QĐ-UBND', signer: 'Chủ tịch', scope: 'Toàn bộ thủ tục hành chính' },
      };
      await iso.quality.recordEvent.mutate({ id: uuidV7(), payload });
      return unitId;
    },
  };
}

/** Tells the story in which each form of the console is there to be filled in, and who does. */
export async function desksWithText(): Promise<readonly Desk[]> {
  const admin = await apiAs('quantri');
  const office = await apiAs('vanphong');
  const { leadUnitId, units } = await office.planning.roundChoices.query({});
  const place = units.find(({ name }) => name === 'Xã Giao Phúc')?.id ?? '';
  const made = units.find(({ name }) => name === 'Xã Giao Bình')?.id ?? '';
  const person = (username: string, role: Role, unitId = leadUnitId ?? '') =>
    invent(admin, username, role, unitId);
  const leader = await person('o.chu.truong', 'inspector');
  const member = await person('o.chu.doan', 'inspector');
  const head = await person('o.chu.xa', 'agency-head', place);
  const locked = await person('o.chu.khoa', 'agency-head', place);
  const team = { leader, member };

  const draft = await tellRound('2401/QĐ-SNV', place, team, true);
  const open = await tellRound('2402/QĐ-SNV', place, team);
  await inspect(open, team);
  await disagree(open, team);
  const handedIn = await tellRound('2403/QĐ-SNV', place, team);
  await inspect(handedIn, team);
  await leader.api.visit.submit.mutate({ id: uuidV7(), payload: { visitId: handedIn.visitId } });
  const closed = await tellRound('2404/QĐ-SNV', place, team);
  await inspect(closed, team);
  await close(closed, team);
  const concluded = async (decisionNo: string) => {
    const round = await tellRound(decisionNo, place, team);
    const found = await inspect(round, team);
    await close(round, team);
    return { round, conclusionId: await report(round, team, [found]) };
  };
  const toIssue = await concluded('2405/QĐ-SNV');
  const toAnswer = await concluded('2406/QĐ-SNV');
  const unanswered = await conclude(toAnswer.round, toAnswer.conclusionId, '2406/TB-SNV');
  const toJudge = await concluded('2407/QĐ-SNV');
  const answered = await conclude(toJudge.round, toJudge.conclusionId, '2407/TB-SNV');
  await answer(head, answered);

  await factorOf(locked);
  await admin.access.lockAccount.mutate({
    id: uuidV7(),
    payload: { accountId: locked.accountId, reason: 'Chuyển công tác' },
  });
  const { roles } = await admin.access.account.query({ accountId: head.accountId });
  const importId = await bringList(admin);
  const device = makeTestDevice();
  const registration = device.registration(member.accountId, 'Máy thử ô chữ');
  await member.api.device.register.mutate({ id: uuidV7(), payload: registration });
  const { unitOf, declaredAnew } = await unitsByStatus();
  const declared = await declaredAnew();
  const maintained = unitOf('declared-maintained');
  const account = (of: Invented, act: string) => `/accounts/${of.accountId}?act=${act}`;

  return [
    {
      who: null,
      forms: [
        { name: 'the sign-in', path: '/sign-in', from: ['areas/access/sign-in-page.tsx'], isPassing: true },
      ],
    },
    {
      who: 'vanphong',
      forms: [
        {
          name: 'a new round',
          path: '/rounds/new',
          from: ['areas/planning/decision-section.tsx'],
          isDraft: true,
        },
        {
          name: 'why a round is told late',
          path: `/rounds/${draft.roundId}`,
          presses: ['Ban hành'],
          from: ['areas/planning/issue-round-form.tsx'],
        },
        {
          name: 'the issue of a conclusion',
          path: `/conclusions/${toIssue.conclusionId}`,
          from: ['areas/conclusion/issue-form.tsx'],
        },
        {
          name: 'an answer accepted',
          path: `/corrective-actions/${answered}`,
          presses: ['Chấp nhận'],
          from: ['areas/corrective-action/judge-form.tsx'],
        },
        {
          name: 'an answer returned',
          path: `/corrective-actions/${answered}`,
          presses: ['Yêu cầu bổ sung'],
          from: ['areas/corrective-action/judge-form.tsx'],
        },
      ],
    },
    {
      who: leader,
      forms: [
        {
          name: 'report and draft',
          path: `/rounds/${closed.roundId}/report`,
          from: ['areas/conclusion/report-page.tsx', 'areas/conclusion/requirement-rows.tsx'],
          isDraft: true,
          longest: 20_000,
        },
        {
          name: 'the close of a visit',
          path: `/visits/${handedIn.visitId}`,
          presses: ['Kết thúc kiểm tra tại đơn vị'],
          from: ['areas/visit/close-form.tsx'],
        },
        {
          name: 'another note than those that differ',
          path: `/visits/${open.visitId}`,
          presses: ['Ghi nội dung khác'],
          from: ['areas/visit/conflict-other.tsx'],
        },
        {
          name: 'why something is not admitted',
          path: `/visits/${open.visitId}`,
          presses: ['Không nhận'],
          from: ['areas/visit/quarantine-acts.tsx'],
        },
      ],
    },
    {
      who: head,
      forms: [
        {
          name: 'an answer',
          path: `/corrective-actions/${unanswered}`,
          from: ['areas/corrective-action/answer-page.tsx', 'areas/corrective-action/plan-field.tsx'],
          isDraft: true,
        },
      ],
    },
    {
      who: 'iso',
      forms: [
        {
          name: 'an audit',
          path: `/quality-systems/${maintained}/audit`,
          presses: ['Thêm phát hiện'],
          from: ['areas/audit/record-audit-page.tsx'],
          isDraft: true,
        },
        {
          name: 'the start of a system',
          path: `/quality-systems/${unitOf('not-started')}/start`,
          from: ['areas/quality/start-system-page.tsx'],
        },
        {
          name: 'a step of a system',
          path: `/quality-systems/${maintained}/step`,
          presses: ['Thay đổi phạm vi'],
          from: ['areas/quality/record-event-page.tsx'],
        },
        {
          name: 'the notice of a declaration',
          path: `/quality-systems/${declared}/step`,
          presses: ['Thông báo việc công bố bằng văn bản'],
          from: ['areas/quality/record-event-page.tsx'],
        },
        {
          name: 'a declaration on the website',
          path: `/quality-systems/${declared}/step`,
          presses: ['Đăng bản công bố trên trang thông tin điện tử'],
          from: ['areas/quality/record-event-page.tsx'],
        },
        {
          name: 'the end of a declaration',
          path: `/quality-systems/${maintained}/close`,
          from: ['areas/quality/close-declaration-page.tsx'],
        },
      ],
    },
    {
      who: 'iso',
      forms: [
        {
          name: 'a review',
          path: `/quality-systems/${maintained}/review`,
          presses: ['Thêm việc'],
          from: ['areas/audit/record-review-page.tsx'],
          isDraft: true,
        },
      ],
    },
    {
      who: 'quantri',
      forms: [
        {
          name: 'a new account',
          path: '/accounts/new',
          from: ['areas/access/create-account-page.tsx'],
          isDraft: true,
        },
        {
          name: 'the facts of an account',
          path: account(head, 'change'),
          from: ['areas/access/change-account-form.tsx'],
        },
        {
          name: 'why an account is locked',
          path: account(head, 'lock'),
          from: ['areas/access/lock-account-form.tsx'],
        },
        {
          name: 'why a role was a mistake',
          path: account(head, `mistaken-${roles[0]?.id}`),
          from: ['areas/access/mark-role-form.tsx'],
        },
        {
          name: 'why an account is unlocked',
          path: account(locked, 'unlock'),
          from: ['areas/access/unlock-account-form.tsx'],
        },
        {
          name: 'why a second factor goes',
          path: account(locked, 'factor'),
          from: ['areas/access/remove-factor-form.tsx'],
        },
        {
          name: 'why an import is taken back',
          path: `/imports/${importId}?act=take-back`,
          from: ['areas/organisation/take-back-form.tsx'],
        },
        {
          name: 'the decision of a lineage',
          path: '/units/import-lineage',
          from: ['areas/organisation/import-lineage-page.tsx'],
        },
        {
          name: 'why a link was a mistake',
          path: `/units/${made}`,
          presses: ['Liên kết với'],
          from: ['areas/organisation/mark-link-form.tsx'],
        },
        {
          name: 'why a unit was a mistake',
          path: `/units/${made}`,
          presses: ['Ghi nhận nhầm'],
          from: ['areas/organisation/mark-unit-form.tsx'],
        },
        {
          name: 'why a device is wiped',
          path: `/devices?open=${device.id}`,
          presses: ['Xóa dữ liệu trên máy'],
          from: ['areas/device/order-wipe-form.tsx'],
        },
        {
          name: 'a day off',
          path: '/holidays?open=new',
          from: ['areas/calendar/holiday-panel.tsx'],
        },
        {
          name: 'the notice of a year',
          path: '/holidays?open=year',
          from: ['areas/calendar/year-panel.tsx'],
        },
        {
          name: 'the time of a step',
          path: '/holidays?view=steps&open=answer.all',
          from: ['areas/calendar/step-panel.tsx'],
        },
        {
          name: 'the days of an edition',
          path: '/editions?open=iso-9001-2008',
          from: ['areas/quality/edition-panel.tsx'],
        },
        {
          name: 'a text of law',
          path: '/legal-bases?open=new',
          from: ['areas/checklist/legal-basis-panel.tsx'],
        },
      ],
    },
  ];
}
