import { importLineageRoute } from './import-lineage-page.tsx';
import { importUnitsRoute } from './import-units-page.tsx';
import { unitRoute } from './unit-page.tsx';
import { unitsRoute } from './units-page.tsx';

export const organisationRoutes = [unitsRoute, importUnitsRoute, importLineageRoute, unitRoute] as const;
