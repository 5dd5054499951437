import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import { type Column, DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatInstant, formatNumber } from '@kycuong/ui/format.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import {
  type AnsweredItem,
  type AnswerFilter,
  answeredItems,
  answerFilters,
  fits,
  type VisitDetails,
} from './visit-details.ts';

const looks = {
  conform: { tone: 'done', icon: 'done', key: 'visit:conform' },
  partial: { tone: 'soon', icon: 'partly', key: 'visit:partial' },
  nonconform: { tone: 'late', icon: 'failed', key: 'visit:nonconform' },
  'not-applicable': { tone: 'calm', icon: 'not-applicable', key: 'visit:not-applicable' },
} as const satisfies Record<Conformity, { tone: Tone; icon: IconName; key: MessageKey }>;

interface AnswerTableProps {
  readonly visit: VisitDetails;
  readonly filter: AnswerFilter;
  readonly onFilter: (filter: AnswerFilter) => void;
}

/** The checklist by section as it was answered, or only what calls for a second look. */
export function AnswerTable({ visit, filter, onFilter }: AnswerTableProps) {
  const { t, language } = useMessages();
  const all = answeredItems(visit.checklist.content, visit.answers);
  const rows = all.filter((row) => fits(row, filter));
  const columns: Column<AnsweredItem>[] = [
    { key: 'item', title: t('visit:item'), width: '56px', cell: ({ item }) => item.code },
    {
      key: 'title',
      title: t('visit:what'),
      cell: ({ item, answer }) => {
        const photos = visit.evidence.filter(
          ({ target }) => target.kind === 'item' && target.id === item.code,
        );
        return (
          <div>
            {item.title[language]}
            {answer?.note && <small className="visit-small">{answer.note}</small>}
            {photos.length > 0 && <PhotoStrip photos={photos} />}
          </div>
        );
      },
    },
    {
      key: 'count',
      title: t('visit:counted'),
      align: 'end',
      width: '96px',
      cell: ({ item, answer }) =>
        answer?.count == null
          ? ''
          : [answer.count, item.count?.total]
              .map((part) => part != null && formatNumber(part, language))
              .filter(Boolean)
              .join(' / '),
    },
    {
      key: 'result',
      title: t('visit:conformity'),
      width: '152px',
      cell: ({ answer }) => <Result conformity={answer?.conformity ?? null} />,
    },
    {
      key: 'by',
      title: t('visit:written'),
      width: '168px',
      cell: ({ answer }) =>
        answer?.writtenAt && (
          <small className="visit-small">
            {answer.writtenByName}
            <br />
            {formatInstant(answer.writtenAt)}
          </small>
        ),
    },
  ];
  return (
    <>
      <div className="visit-filter">
        <Segment
          label={t('visit:answers')}
          value={filter}
          onChange={onFilter}
          options={answerFilters.map((value) => ({
            value,
            label: `${t(`visit:show-${value}`)} ${all.filter((row) => fits(row, value)).length}`,
          }))}
        />
      </div>
      <DataTable
        label={t('visit:answers')}
        columns={columns}
        rows={rows}
        rowKey={({ item }) => item.code}
        groupOf={({ section }) => {
          const its = all.filter((row) => row.section === section);
          const answered = its.filter((row) => !fits(row, 'unanswered')).length;
          return {
            key: section.code,
            title: section.title[language],
            meta: t('visit:section-progress', { answered, count: its.length }),
          };
        }}
        empty={<p className="visit-quiet">{t('visit:nothing-there')}</p>}
      />
    </>
  );
}

function Result({ conformity }: { readonly conformity: Conformity | null }) {
  const { t } = useMessages();
  if (conformity === null) return <State tone="calm">{t('visit:unanswered')}</State>;
  const { tone, icon, key } = looks[conformity];
  return (
    <State tone={tone} icon={icon}>
      {t(key)}
    </State>
  );
}
