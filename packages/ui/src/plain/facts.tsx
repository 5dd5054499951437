import type { ReactNode } from 'react';

/** Names of facts at the left, the facts at the right. */
export function Facts({ items }: { readonly items: readonly (readonly [name: string, fact: ReactNode])[] }) {
  return (
    <dl className="kc-facts">
      {items.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
