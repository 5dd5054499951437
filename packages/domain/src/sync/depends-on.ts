/** What of a logged command says what it builds on. The payload need not be valid. */
export interface Building {
  readonly id: string;
  readonly action: string;
  readonly device: string;
  readonly visitId: string;
  readonly seq: number;
  readonly base: string | null;
  readonly payload: unknown;
}

function textAt(payload: unknown, ...path: readonly string[]): string | undefined {
  let value = payload;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, name);
  }
  return typeof value === 'string' ? value : undefined;
}

/** The id of the thing that a command brings into the world. */
function madeBy({ action, payload }: Building): string | undefined {
  if (action === 'finding.raise') return textAt(payload, 'findingId');
  if (action === 'dossier.sample') return textAt(payload, 'sampleId');
  return undefined;
}

/** The id of the thing, made by another command, that a command is about. */
function aboutOf({ action, payload }: Building): string | undefined {
  if (action === 'finding.amend') return textAt(payload, 'findingId');
  if (action === 'dossier.sample') return textAt(payload, 'sampleId');
  if (action === 'evidence.attach') return textAt(payload, 'target', 'id');
  return undefined;
}

/** Hands in or closes: what was written before on the same device must be there first. */
const endings: ReadonlySet<string> = new Set(['visit.submit', 'visit.close']);

/**
 * Whether `later` can be judged only after `earlier`: it changes the value that `earlier` wrote, it is about the
 * thing that `earlier` made, or it ends the visit to which `earlier` was written on the same device.
 */
export function dependsOn(later: Building, earlier: Building): boolean {
  if (later.id === earlier.id || later.visitId !== earlier.visitId) return false;
  if (later.base === earlier.id) return true;
  const sameDevice = later.device === earlier.device;
  if (sameDevice && later.seq < earlier.seq) return false;
  if (endings.has(later.action)) return sameDevice;
  const about = aboutOf(later);
  return about !== undefined && about === madeBy(earlier);
}

/**
 * The ids of all commands that build on one of `held`, directly or through others.
 * @param commands in the order in which they were written; those of `held` among them.
 */
export function dependantsOf(held: ReadonlySet<string>, commands: readonly Building[]): ReadonlySet<string> {
  const kept: Building[] = [];
  const dependants = new Set<string>();
  for (const command of commands) {
    if (held.has(command.id)) kept.push(command);
    else if (kept.some((earlier) => dependsOn(command, earlier))) {
      dependants.add(command.id);
      kept.push(command);
    }
  }
  return dependants;
}
