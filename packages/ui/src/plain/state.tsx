import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import { type Tone, toneIcon } from './tone.ts';

interface StateProps {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** Icon, word and colour, in rows and beside titles. */
export function State({ tone, icon = toneIcon[tone], children }: StateProps) {
  return (
    <span className={`kc-state kc-tone-${tone}`}>
      <Icon name={icon} size={16} />
      <span>{children}</span>
    </span>
  );
}

/** The same on a tint, in page heads. Without an icon it is a plain fact. */
export function Tag({
  tone = 'calm',
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <span className={`kc-tag kc-tone-${tone}`}>
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </span>
  );
}
