import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { withLaterTexts } from './language.ts';
import { LockScreen } from './lock/lock-screen.tsx';
import { type GateFacts, readGate } from './lock/read-gate.ts';
import { Broken } from './shell/broken.tsx';
import { PersonContext, useField } from './shell/field-context.ts';
import { type Route, useRoute } from './shell/route.ts';
import { useLive } from './shell/use-live.ts';
import type { Person, StoredKey } from './sync/store.ts';
import { VisitList } from './visit/visit-list.tsx';

const SignIn = lazy(async () => ({ default: (await import('./access/sign-in.tsx')).SignIn }));
const Walk = lazy(async () => ({ default: (await import('./visit/walk.tsx')).Walk }));
const Overview = lazy(async () => ({
  default: (await withLaterTexts(import('./visit/overview.tsx'))).Overview,
}));
const Settle = lazy(async () => ({ default: (await withLaterTexts(import('./visit/settle.tsx'))).Settle }));
const TeamWork = lazy(async () => ({
  default: (await withLaterTexts(import('./visit/team-work.tsx'))).TeamWork,
}));
const DossierList = lazy(async () => ({
  default: (await withLaterTexts(import('./dossier/dossier-list.tsx'))).DossierList,
}));
const DossierScreen = lazy(async () => ({
  default: (await withLaterTexts(import('./dossier/dossier-screen.tsx'))).DossierScreen,
}));
const FindingList = lazy(async () => ({
  default: (await withLaterTexts(import('./finding/finding-list.tsx'))).FindingList,
}));
const FindingScreen = lazy(async () => ({
  default: (await withLaterTexts(import('./finding/finding-screen.tsx'))).FindingScreen,
}));
const MarkingWarning = lazy(async () => ({
  default: (await import('./evidence/marking-warning.tsx')).MarkingWarning,
}));
const ChangeCode = lazy(async () => ({
  default: (await withLaterTexts(import('./lock/change-code.tsx'))).ChangeCode,
}));
const SetCode = lazy(async () => ({
  default: (await withLaterTexts(import('./lock/set-code.tsx'))).SetCode,
}));
const Forgotten = lazy(async () => ({
  default: (await withLaterTexts(import('./lock/forgotten.tsx'))).Forgotten,
}));
const WipeScreen = lazy(async () => ({
  default: (await withLaterTexts(import('./device/wipe-screen.tsx'))).WipeScreen,
}));
const Outbox = lazy(async () => ({ default: (await withLaterTexts(import('./sync/outbox.tsx'))).Outbox }));

function Screen({ route }: { readonly route: Route }) {
  switch (route.name) {
    case 'visits':
    case 'forgotten':
      return <VisitList />;
    case 'sign-in':
      return <SignIn />;
    case 'code':
      return <ChangeCode />;
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

interface GateProps {
  readonly route: Route;
  readonly person: Person;
  readonly stored: StoredKey | undefined;
}

/** What stands before the work while its key is not held. */
function Gate({ route, person, stored }: GateProps) {
  if (stored === undefined) return <SetCode person={person} />;
  if (route.name === 'forgotten') return <Forgotten person={person} stored={stored} />;
  return <LockScreen key={person.id} person={person} stored={stored} />;
}

/**
 * Whoever signed in last on this device goes on with the unlock code, with or without a network; nobody yet: the
 * sign-in.
 */
export function App({ first }: { readonly first: GateFacts }) {
  const { store } = useField();
  const route = useRoute();
  const shownTo = useSyncExternalStore(store.vault.subscribe, store.vault.shownTo);
  const [entering, setEntering] = useState(false);
  const known = useLive('person', () => readGate(store), first);
  if (known === undefined) return null;
  const { person, stored, wipe, wiped } = known;
  const isOpen = person !== undefined && shownTo === person.id;
  // While something has still to be handed in, the ways to do that stay open.
  const handsIn = route.name === 'sign-in' || route.name === 'outbox' || (entering && !isOpen);
  if (wiped !== undefined || (wipe !== undefined && !(wipe.stage === 'ordered' && handsIn)))
    return (
      <Suspense fallback={null}>
        <WipeScreen progress={wipe} wiped={wiped} onEnter={isOpen ? undefined : () => setEntering(true)} />
      </Suspense>
    );
  if (person === undefined)
    return (
      <Suspense fallback={null}>
        <SignIn />
      </Suspense>
    );
  if (!isOpen)
    return (
      <Suspense fallback={null}>
        <Gate route={route} person={person} stored={stored} />
      </Suspense>
    );
  return (
    <PersonContext.Provider value={person}>
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
