import { lazy, Suspense } from 'react';
import { SignIn } from './access/sign-in.tsx';
import { Broken } from './shell/broken.tsx';
import { PersonContext, useField } from './shell/field-context.ts';
import { type Route, useRoute } from './shell/route.ts';
import { useLive } from './shell/use-live.ts';
import { fact } from './sync/facts.ts';
import { VisitList } from './visit/visit-list.tsx';

const Walk = lazy(async () => ({ default: (await import('./visit/walk.tsx')).Walk }));
const Overview = lazy(async () => ({ default: (await import('./visit/overview.tsx')).Overview }));
const Settle = lazy(async () => ({ default: (await import('./visit/settle.tsx')).Settle }));
const TeamWork = lazy(async () => ({ default: (await import('./visit/team-work.tsx')).TeamWork }));
const DossierList = lazy(async () => ({ default: (await import('./dossier/dossier-list.tsx')).DossierList }));
const DossierScreen = lazy(async () => ({
  default: (await import('./dossier/dossier-screen.tsx')).DossierScreen,
}));
const FindingList = lazy(async () => ({ default: (await import('./finding/finding-list.tsx')).FindingList }));
const FindingScreen = lazy(async () => ({
  default: (await import('./finding/finding-screen.tsx')).FindingScreen,
}));
const MarkingWarning = lazy(async () => ({
  default: (await import('./evidence/marking-warning.tsx')).MarkingWarning,
}));
const Outbox = lazy(async () => ({ default: (await import('./sync/outbox.tsx')).Outbox }));

function Screen({ route }: { readonly route: Route }) {
  switch (route.name) {
    case 'visits':
      return <VisitList />;
    case 'sign-in':
      return <SignIn />;
    case 'outbox':
      return <Outbox />;
    case 'walk':
      return <Walk {...route} />;
    case 'overview':
      return <Overview visitId={route.visitId} />;
    case 'settle':
      return <Settle visitId={route.visitId} />;
    case 'team':
      return <TeamWork visitId={route.visitId} />;
    case 'dossiers':
      return <DossierList visitId={route.visitId} />;
    case 'dossier':
      return <DossierScreen key={route.sampleId} {...route} />;
    case 'findings':
      return <FindingList visitId={route.visitId} />;
    case 'finding':
      return <FindingScreen key={route.findingId} {...route} />;
  }
}

/** Whoever signed in last on this device goes on, with or without a network; nobody yet: the sign-in. */
export function App() {
  const { store } = useField();
  const route = useRoute();
  const known = useLive('person', async () => ({ person: await fact(store, 'person') }));
  if (known === undefined) return null;
  if (known.person === undefined) return <SignIn />;
  return (
    <PersonContext.Provider value={known.person}>
      <Broken screen={JSON.stringify(route)}>
        <Suspense fallback={null}>
          <Screen route={route} />
        </Suspense>
        <Suspense fallback={null}>
          <MarkingWarning />
        </Suspense>
      </Broken>
    </PersonContext.Provider>
  );
}
