import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { RoundField, RoundForm } from '@kycuong/domain/planning/round-kind.ts';
import type { RoundState } from '@kycuong/domain/planning/round-state.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';

export const roundFormKeys = {
  planned: 'planning:form-planned',
  thematic: 'planning:form-thematic',
  unannounced: 'planning:form-unannounced',
  'follow-up': 'planning:form-follow-up',
  'self-check': 'planning:form-self-check',
} as const satisfies Record<RoundForm, MessageKey>;

export const roundFieldKeys = {
  'public-duty': 'planning:field-public-duty',
  'administrative-reform': 'planning:field-administrative-reform',
  'procedure-control': 'planning:field-procedure-control',
  'quality-system': 'planning:field-quality-system',
  records: 'planning:field-records',
  combined: 'planning:field-combined',
} as const satisfies Record<RoundField, MessageKey>;

const looks = {
  draft: { tone: 'act', icon: 'pencil', key: 'planning:state-draft' },
  issued: { tone: 'calm', icon: 'route', key: 'planning:state-issued' },
  'under-way': { tone: 'calm', icon: 'route', key: 'planning:state-under-way' },
  reported: { tone: 'act', icon: 'pencil', key: 'planning:state-reported' },
  concluded: { tone: 'done', icon: 'done', key: 'planning:state-concluded' },
} as const satisfies Record<string, { tone: Tone; icon: IconName; key: MessageKey }>;

interface RoundSoFar {
  readonly status: RoundState;
  readonly startsOn: PlainDate;
  /** That the leader has handed in the report, whose conclusion is not issued. */
  readonly conclusion: unknown;
}

/** An issued round says how far it is: its first day to come, at work, or reported on. */
function lookOf({ status, startsOn, conclusion }: RoundSoFar) {
  if (status !== 'issued') return looks[status];
  if (conclusion !== null) return looks.reported;
  return startsOn <= dateInVietnam(new Date()) ? looks['under-way'] : looks.issued;
}

export function RoundStateTag({ round }: { readonly round: RoundSoFar }) {
  const { t } = useMessages();
  const { tone, icon, key } = lookOf(round);
  return (
    <Tag tone={tone} icon={icon}>
      {t(key)}
    </Tag>
  );
}
