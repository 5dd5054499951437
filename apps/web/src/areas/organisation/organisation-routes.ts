import { importLineageRoute } from './import-lineage-page.tsx';
import { importPageRoute } from './import-page.tsx';
import { importUnitsRoute } from './import-units-page.tsx';
import { importsRoute } from './imports-page.tsx';
import { unitRoute } from './unit-page.tsx';
import { unitsRoute } from './units-page.tsx';

export const organisationRoutes = [
  unitsRoute,
  importUnitsRoute,
  importLineageRoute,
  unitRoute,
  importsRoute,
  importPageRoute,
] as const;
