import type { ReactNode } from 'react';
import { Decision, DecisionActs } from './decision.tsx';

interface LastLookProps {
  readonly title: string;
  readonly lead: string;
  /** What will have happened once it is done, each in a line. */
  readonly follows: readonly ReactNode[];
  readonly confirm: string;
  readonly busy: boolean;
  /** By default the button sends the form around it. */
  readonly onConfirm?: () => void;
  readonly onCancel: () => void;
  /** What is asked before it can be done. */
  readonly children?: ReactNode;
}

/** The last look before an act with legal effect, which has no way back: what will follow, and the button that does it. */
export function LastLook({ title, lead, follows, children, ...acts }: LastLookProps) {
  return (
    <Decision title={title}>
      <div>
        <p>{lead}</p>
        <ul>
          {follows.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they stand as they are for as long as it is open
            <li key={index}>{line}</li>
          ))}
        </ul>
      </div>
      {children}
      <DecisionActs {...acts} />
    </Decision>
  );
}
