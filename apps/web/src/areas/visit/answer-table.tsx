import { type Column, DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatInstant, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import { Conformed } from './conformed.tsx';
import {
  type AnsweredItem,
  type AnswerFilter,
  answeredItems,
  answerFilters,
  fits,
  takerName,
  type VisitDetails,
} from './visit-details.ts';

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
      cell: ({ answer }) => <Conformed conformity={answer?.conformity ?? null} />,
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
          const taker = takerName(visit, section.code);
          const progress = t('visit:section-progress', { answered, count: its.length });
          return {
            key: section.code,
            title: section.title[language],
            meta: taker === undefined ? progress : `${taker} · ${progress}`,
          };
        }}
        empty={<p className="visit-quiet">{t('visit:nothing-there')}</p>}
      />
    </>
  );
}
