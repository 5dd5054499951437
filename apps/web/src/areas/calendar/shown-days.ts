import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

type Calendar = inferOutput<typeof trpc.calendar.list>;

/** As the page shows them, each with the version by which an act names what was read. */
export type ShownHoliday = Calendar['holidays'][number];
export type ShownYear = Calendar['years'][number];
