import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import { type Tone, toneIcon } from './tone.ts';

interface NoticeProps {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly title?: ReactNode;
  /** The ways on, as buttons. */
  readonly acts?: ReactNode;
  /** Announce it when it appears: `alert` for failures only. */
  readonly role?: 'status' | 'alert';
  readonly children?: ReactNode;
}

/** What the reader should know before going on, with the ways on. */
export function Notice({ tone = 'calm', icon, title, acts, role, children }: NoticeProps) {
  return (
    <div className={`kc-notice kc-tone-${tone}`} role={role}>
      <Icon name={icon ?? (tone === 'calm' ? 'info' : toneIcon[tone])} />
      <div>
        {title && <p className="kc-notice-title">{title}</p>}
        {children}
        {acts && <div className="kc-notice-acts">{acts}</div>}
      </div>
    </div>
  );
}
