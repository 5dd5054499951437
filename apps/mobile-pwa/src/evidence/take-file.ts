import { isDiskFull } from '../shell/save-trouble.ts';
import { hasRoomFor } from '../sync/storage-room.ts';
import { askAboutMarking } from './ask-about-marking.ts';
import { type Captured, capture, type Uncaptured } from './capture.ts';
import { placeNow } from './place.ts';
import { isSpokenFor } from './secrecy-check.ts';

/** Why something was not taken. */
export type TakeProblem = Uncaptured | 'no-room' | 'not-kept' | 'taken-out';

interface Taking {
  /** Where it was asked for. */
  readonly camera: boolean;
  readonly caption: string;
  readonly onCapture: (captured: Captured) => Promise<void>;
}

async function take(file: File, { camera, caption, onCapture }: Taking): Promise<TakeProblem | null> {
  const now = new Date();
  const captured = await capture(file, { now, camera });
  if (typeof captured === 'string') return captured;
  if (!(await hasRoomFor(captured.facts.size))) return 'no-room';
  const facts = {
    ...captured.facts,
    caption: caption === '' ? null : caption,
    place: captured.facts.source === 'camera' ? placeNow(now.getTime()) : null,
  };
  const declared = await isSpokenFor(facts, askAboutMarking);
  if (declared === null) return 'taken-out';
  await onCapture({ ...captured, facts: declared ? { ...facts, declaredNotSecret: true } : facts });
  return null;
}

/**
 * Takes one photo or file in; says why where that cannot be. What the camera takes gets the place that is known at that
 * moment, if the person allows it; of what is chosen nobody knows where it was taken.
 */
export async function takeFile(file: File, taking: Taking): Promise<TakeProblem | null> {
  return take(file, taking).catch((error) => (isDiskFull(error) ? 'no-room' : 'not-kept'));
}
