import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly name: 'visits' }
  | { readonly name: 'outbox' }
  | { readonly name: 'sign-in' }
  | { readonly name: 'code' }
  | { readonly name: 'forgotten' }
  | { readonly name: 'walk'; readonly visitId: string; readonly item?: string }
  | { readonly name: 'overview'; readonly visitId: string }
  | { readonly name: 'settle'; readonly visitId: string }
  | { readonly name: 'team'; readonly visitId: string }
  | { readonly name: 'dossiers'; readonly visitId: string }
  | { readonly name: 'dossier'; readonly visitId: string; readonly sampleId: string }
  | { readonly name: 'findings'; readonly visitId: string }
  | {
      readonly name: 'finding';
      readonly visitId: string;
      readonly findingId: string;
      /** The checklist line on which a new one is born. */
      readonly item?: string;
    };

const root = '/field/';

export function pathOf(route: Route): string {
  switch (route.name) {
    case 'visits':
      return root;
    case 'outbox':
    case 'sign-in':
    case 'code':
    case 'forgotten':
      return `${root}${route.name}`;
    case 'walk':
      return `${root}visit/${route.visitId}${route.item ? `?item=${route.item}` : ''}`;
    case 'overview':
    case 'settle':
    case 'team':
    case 'dossiers':
    case 'findings':
      return `${root}visit/${route.visitId}/${route.name}`;
    case 'dossier':
      return `${root}visit/${route.visitId}/dossiers/${route.sampleId}`;
    case 'finding':
      return `${root}visit/${route.visitId}/findings/${route.findingId}${route.item ? `?item=${route.item}` : ''}`;
  }
}

/** The screen at an address; an unknown address is the list. */
export function routeOf(path: string, search: string): Route {
  const [area, visitId, place, id] = path.slice(root.length).split('/');
  const item = new URLSearchParams(search).get('item');
  const born = item === null ? {} : { item };
  if (area === 'outbox' || area === 'sign-in' || area === 'code' || area === 'forgotten')
    return { name: area };
  if (area !== 'visit' || !visitId) return { name: 'visits' };
  if (place === undefined || place === '') return { name: 'walk', visitId, ...born };
  if (place === 'overview' || place === 'settle' || place === 'team') return { name: place, visitId };
  if (place === 'dossiers') return id ? { name: 'dossier', visitId, sampleId: id } : { name: place, visitId };
  if (place === 'findings')
    return id ? { name: 'finding', visitId, findingId: id, ...born } : { name: place, visitId };
  return { name: 'visits' };
}

const changed = 'kycuong:route';

export function go(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  const path = pathOf(route);
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  if (!replace) window.scrollTo(0, 0);
  window.dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(changed, listener);
  };
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const [path = '', search = ''] = address.split(/(?=\?)/);
  return routeOf(path, search);
}
