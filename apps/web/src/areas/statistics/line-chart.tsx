import { daysBetween, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { formatDate, formatNumber, formatPercent } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { Series } from './figures.ts';

const width = 344;
const height = 216;
const left = 34;
const right = 328;
const top = 26;
const bottom = 188;

/** The top of the scale: the smallest of these percentages that holds the highest point with some air. */
function scaleTop(highest: number): number {
  return [10, 20, 40, 60, 80, 100].find((percent) => percent >= highest * 100 * 1.1) ?? 100;
}

function monthLabel(day: PlainDate): string {
  const [year, month] = day.split('-');
  return `${Number(month)}/${year}`;
}

/** The share declared over time; a line breaks where units were reorganised. */
export function LineChart({ points, reorganised }: Series) {
  const { t, language } = useMessages();
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const span = Math.max(1, daysBetween(first.day, last.day));
  const most = scaleTop(Math.max(...points.map(({ ratio }) => ratio ?? 0)));
  const x = (day: PlainDate) => left + (daysBetween(first.day, day) / span) * (right - left);
  const y = (ratio: number) => bottom - ((ratio * 100) / most) * (bottom - top);
  const reform = reorganised.at(-1);
  const pieces = [
    points.filter(({ day }) => reform === undefined || day < reform),
    points.filter(({ day }) => reform !== undefined && day >= reform),
  ];
  const path = (piece: Series['points']) =>
    piece
      .flatMap(({ day, ratio }) => (ratio === null ? [] : [`${x(day).toFixed(1)},${y(ratio).toFixed(1)}`]))
      .join(' L');
  const nearest = (days: number) =>
    points.toSorted(
      (one, other) =>
        Math.abs(daysBetween(first.day, one.day) - days) - Math.abs(daysBetween(first.day, other.day) - days),
    )[0]?.day ?? first.day;
  const labels = [0, 1, 2, 3].map((third) => nearest((third / 3) * span));
  const lastAt = last.ratio === null ? undefined : { x: x(last.day), y: y(last.ratio) };
  const reformAtRight = reform !== undefined && x(reform) > (left + right) / 2;
  return (
    <svg
      className="line-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('statistics:series-label', {
        from: formatDate(first.day),
        to: formatDate(last.day),
        ratio: formatPercent(last.ratio, language),
      })}
    >
      {[0, most / 4, most / 2, (most * 3) / 4, most].map((percent) => (
        <g key={percent}>
          <line className="line-grid" x1={left} x2={right} y1={y(percent / 100)} y2={y(percent / 100)} />
          <text x={left - 6} y={y(percent / 100) + 4} textAnchor="end">
            {formatNumber(percent, language, Number.isInteger(percent) ? 0 : 1)}
          </text>
        </g>
      ))}
      {labels.map((day, index) => (
        <text
          key={day}
          x={x(day)}
          y={bottom + 22}
          textAnchor={index === 0 ? 'start' : index === 3 ? 'end' : 'middle'}
        >
          {monthLabel(day)}
        </text>
      ))}
      {reform && (
        <g>
          <line className="line-reform" x1={x(reform)} x2={x(reform)} y1={top - 18} y2={bottom} />
          {[
            t('statistics:series-reform', { date: formatDate(reform) }),
            t('statistics:series-reform-closed'),
          ].map((words, index) => (
            <text
              key={words}
              x={x(reform) + (reformAtRight ? -6 : 6)}
              y={top - 9 + index * 16}
              textAnchor={reformAtRight ? 'end' : 'start'}
              className="line-note"
            >
              {words}
            </text>
          ))}
        </g>
      )}
      {pieces.map(
        (piece) => piece.length > 0 && <path key={piece[0]?.day} className="line" d={`M${path(piece)}`} />,
      )}
      {lastAt && (
        <>
          <circle className="line-end" cx={lastAt.x} cy={lastAt.y} r={4} />
          <text
            className="line-value"
            x={Math.min(lastAt.x, width - 20)}
            y={lastAt.y > bottom - 24 ? lastAt.y - 12 : lastAt.y + 20}
            textAnchor="middle"
          >
            {formatNumber((last.ratio ?? 0) * 100, language, 1)}
          </text>
        </>
      )}
    </svg>
  );
}
