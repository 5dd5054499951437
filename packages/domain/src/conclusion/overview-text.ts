import type { TeamRole } from '../access/role.ts';
import { daysInWords } from '../calendar/written-date.ts';
import type { RoundForm } from '../planning/round-kind.ts';
import type { NoticeOverview } from './notice-overview.ts';

const forms: Record<RoundForm, string> = {
  planned: 'kiểm tra theo kế hoạch',
  thematic: 'kiểm tra theo chuyên đề',
  unannounced: 'kiểm tra đột xuất',
  'follow-up': 'kiểm tra lại (phúc tra) việc thực hiện kết luận',
  'self-check': 'tự kiểm tra',
};
const roles: Record<TeamRole, string> = {
  leader: 'Trưởng đoàn',
  secretary: 'Thư ký',
  member: 'thành viên',
};

/** A number in a sentence: `03`. */
const counted = (count: number) => String(count).padStart(2, '0');
const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** `units`: those that the reader may know of, of all where the team was. */
function whereAndWhen({ worked, units: all }: NoticeOverview, units: readonly string[]): string {
  const days = upperFirst(daysInWords(worked.from, worked.to));
  const places =
    all.length === 1
      ? units.join('')
      : `${counted(all.length)} đơn vị${units.length < all.length ? ', trong đó có' : ''}: ${units.join('; ')}`;
  return `${days}, Đoàn kiểm tra đã làm việc tại ${places}.`;
}

function who({ team }: NoticeOverview): string[] {
  if (team.length === 0) return [];
  const people = team.map(({ name, role }) => `${name}, ${roles[role]}`);
  return [`Đoàn kiểm tra gồm ${counted(team.length)} người: ${people.join('; ')}.`];
}

function how({ method }: NoticeOverview): string[] {
  if (method === null) return [];
  const { form, checklist, items, dossiers } = method;
  const looked = dossiers > 0 ? `; xem xét ${counted(dossiers)} hồ sơ thủ tục hành chính` : '';
  return [
    `Hình thức: ${forms[form]}. Phương pháp: làm việc trực tiếp tại đơn vị theo bảng kiểm “${checklist}” (${counted(items)} nội dung)${looked}.`,
  ];
}

/** The paragraphs of "KHÁI QUÁT": when and where, the time looked into, who, and how. */
export function overviewText(overview: NoticeOverview, units: readonly string[]): string[] {
  const { period } = overview;
  return [
    whereAndWhen(overview, units),
    ...(period ? [`Thời kỳ kiểm tra: ${daysInWords(period.from, period.to)}.`] : []),
    ...who(overview),
    ...how(overview),
  ];
}
