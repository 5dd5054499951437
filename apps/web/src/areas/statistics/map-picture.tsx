import type { QualityStatusName } from '@kycuong/domain/quality/quality-status.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useNavigate } from '@tanstack/react-router';
import { geoMercator, geoPath } from 'd3-geo';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { type CommuneShape, landmarks } from './commune-map.ts';
import type { CoveredUnit } from './figures.ts';
import { useSinceWords } from './since-words.ts';

const width = 520;
const height = 430;

interface MapPictureProps {
  readonly shapes: readonly CommuneShape[];
  readonly rows: readonly CoveredUnit[];
  readonly asOf: string;
  /** Only this level is filled; the others step back. */
  readonly only: QualityStatusName | undefined;
}

/**
 * The area's communes filled by level. One place is called out with its date: the one under the pointer or focus, else
 * the one that lapsed last. Tab reaches the map once, arrows walk by name, Enter opens; lapsed is hatched, so the map
 * survives black and white.
 */
export function MapPicture({ shapes, rows, asOf, only }: MapPictureProps) {
  const { t } = useMessages();
  const navigate = useNavigate();
  const sinceWords = useSinceWords();
  const hatch = useId();
  const picture = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<string>();
  const places = useMemo(() => {
    const unitOf = new Map(rows.map((row) => [row.code, row]));
    const inArea = shapes.flatMap(({ code, name, feature }) => {
      const row = unitOf.get(code);
      return row === undefined ? [] : [{ row, name, feature }];
    });
    const projection = geoMercator().fitExtent(
      [
        [6, 14],
        [width - 6, height - 8],
      ],
      { type: 'FeatureCollection', features: inArea.map(({ feature }) => feature) },
    );
    const draw = geoPath(projection).digits(1);
    const drawn = inArea.map(({ row, name, feature }) => ({
      row,
      name,
      path: draw(feature) ?? '',
      centre: draw.centroid(feature),
    }));
    const known = new Set(inArea.map(({ row }) => row.code));
    const around = shapes.filter(({ code }) => !known.has(code)).map(({ feature }) => draw(feature) ?? '');
    return { drawn: drawn.toSorted((a, b) => a.row.name.localeCompare(b.row.name, 'vi')), around };
  }, [shapes, rows]);

  const lastLapsed = places.drawn
    .filter(({ row }) => row.status === 'declared-lapsed')
    .toSorted((a, b) => (b.row.since ?? '').localeCompare(a.row.since ?? ''))[0];
  const called = places.drawn.find(({ row }) => row.id === pointed) ?? lastLapsed;
  const reachable = called ?? places.drawn[0];
  const few = places.drawn.length <= 30;

  const open = (unitId: string) =>
    navigate({ to: '/quality-systems/$unitId', params: { unitId }, search: { asOf } });
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = places.drawn.findIndex(({ row }) => row.id === reachable?.row.id);
    const next = places.drawn[(at + step + places.drawn.length) % places.drawn.length];
    if (next === undefined) return;
    setPointed(next.row.id);
    picture.current?.querySelector<SVGAElement>(`[data-unit="${next.row.id}"]`)?.focus();
  };

  return (
    <section className="map" aria-label={t('statistics:map-label', { count: places.drawn.length })}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: it would pop up over the whole map; the section has the name */}
      <svg ref={picture} viewBox={`0 0 ${width} ${height}`} onMouseLeave={() => setPointed(undefined)}>
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" className="hatch-ground" />
            <rect width="2.6" height="5" className="hatch-line" />
          </pattern>
        </defs>
        <g className="map-around">
          {places.around.map((path) => (
            <path key={path} d={path} />
          ))}
        </g>
        <g className="map-units">
          {places.drawn.map(({ row, path }) => (
            <a
              key={row.id}
              href={`/quality-systems/${row.id}?asOf=${asOf}`}
              data-unit={row.id}
              tabIndex={row.id === reachable?.row.id ? 0 : -1}
              aria-label={`${row.name}: ${t(`quality:status-${row.status}`)}, ${sinceWords(row)}`}
              onMouseEnter={() => setPointed(row.id)}
              onFocus={() => setPointed(row.id)}
              onKeyDown={walk}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                void open(row.id);
              }}
            >
              <path
                d={path}
                className={`shape fill-${row.status}${only && only !== row.status ? ' shape--back' : ''}`}
                {...(row.status === 'declared-lapsed' && { style: { fill: `url(#${hatch})` } })}
              />
            </a>
          ))}
        </g>
        {places.drawn.map(
          ({ row, name, centre }) =>
            (few || landmarks.has(row.code)) && (
              <text key={row.id} className="map-name" x={centre[0]} y={centre[1] + 4}>
                {name}
              </text>
            ),
        )}
        {called && (
          <g className="map-called">
            <path d={called.path} />
            {!few && (
              <path
                className="map-leader"
                d={`M${(called.centre[0] ?? 0).toFixed(1)},${(called.centre[1] ?? 0).toFixed(1)} L352,30 H360`}
              />
            )}
          </g>
        )}
      </svg>
      {called && (
        <p className={few ? 'map-callout map-callout--below' : 'map-callout'} aria-live="polite">
          <b>{called.row.name}</b>
          <span>{t(`quality:status-${called.row.status}`)}</span>
          <span>{sinceWords(called.row)}</span>
        </p>
      )}
    </section>
  );
}
