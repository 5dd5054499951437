import { describe, expect, it } from 'vitest';
import { pathOf, type Route, routeOf } from './route.ts';

const routes: Route[] = [
  { name: 'visits' },
  { name: 'outbox' },
  { name: 'sign-in' },
  { name: 'walk', visitId: 'v' },
  { name: 'walk', visitId: 'v', item: 'M01' },
  { name: 'overview', visitId: 'v' },
  { name: 'dossiers', visitId: 'v' },
  { name: 'dossier', visitId: 'v', sampleId: 's' },
  { name: 'findings', visitId: 'v' },
  { name: 'finding', visitId: 'v', findingId: 'f', item: 'M01' },
];

describe('addresses', () => {
  it.each(routes)('$name comes back as it was', (route) => {
    const [path = '', search = ''] = pathOf(route).split(/(?=\?)/);
    expect(routeOf(path, search)).toEqual(route);
  });

  it('that nobody knows show the list', () => {
    expect(routeOf('/field/visit/', '')).toEqual({ name: 'visits' });
    expect(routeOf('/field/visit/v/x', '')).toEqual({ name: 'visits' });
    expect(routeOf('/field', '')).toEqual({ name: 'visits' });
  });
});
