import {
  highestMarking,
  type SecrecyMarking,
  secrecyMarkingOf,
} from '@kycuong/domain/evidence/secrecy-marking.ts';
import type { FieldAct } from '../sync/field-act.ts';
import { Withheld } from './withheld.ts';

export interface Marked {
  readonly marking: SecrecyMarking;
  /** What bears it, so that it can be taken up again. */
  readonly text: string;
}

/** The person's word: true when it is no state secret, false when it must not go in. */
export type AskAboutMarking = (marked: Marked) => Promise<boolean>;

const said = (text: string | null | undefined) => ({ text: text ?? '', kind: 'text' as const });

/** Everything a person typed in an act, and the names of files. */
function textsOf(act: FieldAct): readonly { readonly text: string; readonly kind: 'text' | 'file-name' }[] {
  switch (act.action) {
    case 'answer.set':
      return [said(act.payload.note)];
    case 'finding.raise':
    case 'finding.amend':
      return [said(act.payload.title), said(act.payload.description)];
    case 'dossier.sample':
      return [said(act.payload.code), said(act.payload.procedure), said(act.payload.note)];
    case 'evidence.attach':
      return [{ text: act.payload.name, kind: 'file-name' }, said(act.payload.caption)];
    case 'visit.submit':
    case 'visit.close':
    case 'visit.hand-over':
    case 'command.hand-to-leader':
      return [said(act.payload.note)];
    case 'answer.settle':
      // What is taken back says again what stood before it.
      return act.payload.field === 'note' && act.payload.withdraws === undefined
        ? [said(act.payload.value)]
        : [];
    default:
      return [];
  }
}

/** The marking that an act would bring into the system, with the text that bears it. */
export function markedIn(act: FieldAct): Marked | null {
  const texts = textsOf(act);
  const found = texts.map(({ text, kind }) => secrecyMarkingOf(text, kind));
  const marking = highestMarking(found);
  return marking && { marking, text: texts[found.indexOf(marking)]?.text ?? '' };
}

/**
 * The act as it may be logged: unchanged without a marking; with the person's word in it where it bears one and they
 * say that it is no state secret. Nothing is blocked or dropped without being said.
 * @throws Withheld when they take it back.
 */
export async function checkSecrecy(act: FieldAct, ask: AskAboutMarking): Promise<FieldAct> {
  const marked = markedIn(act);
  if (marked === null) return act;
  if (!(await ask(marked))) throw new Withheld();
  switch (act.action) {
    case 'answer.set':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    case 'finding.raise':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    case 'finding.amend':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    case 'dossier.sample':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    case 'evidence.attach':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    case 'answer.settle':
      return act.payload.field === 'note'
        ? { ...act, payload: { ...act.payload, declaredNotSecret: true } }
        : act;
    case 'visit.submit':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    case 'visit.close':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    case 'visit.hand-over':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    case 'command.hand-to-leader':
      return { ...act, payload: { ...act.payload, declaredNotSecret: true } };
    default:
      return act;
  }
}

/** Of a photo or file that was just taken: true by the person's word, false where no word was needed, null: not taken. */
export async function isSpokenFor(
  { name, caption }: { readonly name: string; readonly caption?: string | null | undefined },
  ask: AskAboutMarking,
): Promise<boolean | null> {
  const byName = secrecyMarkingOf(name, 'file-name');
  const marking = highestMarking([byName, secrecyMarkingOf(caption ?? '')]);
  if (marking === null) return false;
  return (await ask({ marking, text: marking === byName ? name : (caption ?? '') })) ? true : null;
}
