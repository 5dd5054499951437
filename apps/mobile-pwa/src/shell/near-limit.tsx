import { type ComponentProps, lazy, Suspense } from 'react';
import { withLaterTexts } from '../language.ts';

const TextRoom = lazy(async () => ({
  default: (await withLaterTexts(import('./text-room.tsx'))).TextRoom,
}));

/** Under a field of the first screen: nothing is loaded for a text that is far from its limit, as almost every one is. */
export function NearLimit(props: ComponentProps<typeof TextRoom>) {
  if (props.text.length < props.limit * 0.9) return null;
  return (
    <Suspense fallback={null}>
      <TextRoom {...props} />
    </Suspense>
  );
}
