import { useEffect, useRef } from 'react';
import { errorText, type FieldKey, type Translate, useMessages } from '../language.ts';
import type { TakeProblem } from './take-file.ts';

const said: Readonly<Partial<Record<TakeProblem, FieldKey>>> = {
  unreadable: 'field:walk.photo-failed',
  'too-large': 'field:walk.file-large',
  'no-room': 'field:walk.photo-no-room',
  'not-kept': 'field:walk.photo-not-kept',
  'taken-out': 'field:secret.not-taken',
};

/** Of these, the camera of this app makes pictures that are taken. */
const takenAnew: readonly TakeProblem[] = [
  'evidence.is-heic',
  'evidence.is-other-picture',
  'evidence.is-broken',
];

function sayProblem(t: Translate, problem: TakeProblem): string {
  const key = said[problem];
  const reason = key ? t(key) : errorText(problem);
  return takenAnew.includes(problem) ? `${reason} ${t('field:walk.take-here')}` : reason;
}

export interface NotTakenFile {
  readonly name: string;
  readonly problem: TakeProblem;
}

/** Each file that was not taken, by its name, with the reason and the way on. */
export function NotTaken({ files }: { readonly files: readonly NotTakenFile[] }) {
  const { t } = useMessages();
  const list = useRef<HTMLUListElement>(null);
  // It comes below what was touched, mostly behind the foot of the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as each comes
  useEffect(() => void list.current?.firstElementChild?.scrollIntoView({ block: 'center' }), [files.length]);
  return (
    <div role="alert">
      <ul ref={list} className="take-problem">
        {files.map(({ name, problem }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may bear one name, and none moves
          <li key={index}>
            <b>{name}</b>: {sayProblem(t, problem)}
          </li>
        ))}
      </ul>
    </div>
  );
}
