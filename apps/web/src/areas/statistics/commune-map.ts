import { queryOptions } from '@tanstack/react-query';
import type { ExtendedFeature } from 'd3-geo';
import * as z from 'zod/mini';

const Ring = z.array(z.array(z.number()));
const Outline = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string(), name: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
      ]),
    }),
  ),
});

export interface CommuneShape {
  readonly code: string;
  readonly name: string;
  readonly feature: ExtendedFeature;
}

/** Units of the one map that is shipped exist from this day; on earlier days their codes are other units'. */
export const mapValidFrom = '2025-07-01';

/** Names worth a label on the map: what people find their way by. */
export const landmarks = new Set(['13285', '13669', '14329']);

// On a sphere the ring's direction says which side is inside; GeoJSON's and d3's are opposite.
const turned = (rings: z.infer<typeof Ring>[]) =>
  rings.map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [lon, lat]).reverse());

/** Simplified boundaries of the communes of Ninh Bình, for display. */
export const communeMap = queryOptions({
  queryKey: ['map', 'ninh-binh'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<CommuneShape[]> => {
    const answer = await fetch('/maps/ninh-binh.geojson');
    if (!answer.ok) throw new Error(`map ${answer.status}`);
    return z.parse(Outline, await answer.json()).features.map(({ properties, geometry }) => ({
      ...properties,
      feature: {
        type: 'Feature',
        properties,
        geometry:
          geometry.type === 'Polygon'
            ? { type: 'Polygon', coordinates: turned(geometry.coordinates) }
            : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turned) },
      },
    }));
  },
});
