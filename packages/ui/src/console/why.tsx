import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n.ts';
import { Facts } from '../plain/facts.tsx';

export interface Explanation {
  /** The facts it was computed from, in the order in which one would check them. */
  readonly facts: readonly (readonly [name: string, fact: ReactNode])[];
  readonly rule: ReactNode;
  readonly source: ReactNode;
  /** Every day or step behind it, folded. */
  readonly detail?: { readonly title: string; readonly content: ReactNode };
}

/** Every computed status and figure opens this: facts, rule, source. */
export function Why({
  explanation,
  children,
}: {
  readonly explanation: Explanation;
  /** The words to press; "Vì sao?" when left out. */
  readonly children?: ReactNode;
}) {
  const { t } = useMessages();
  return (
    <Popover width={384} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="kc-why">
          {children ?? t('parts:why')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="kc-why-text">
        <h3>{t('parts:why-facts')}</h3>
        <Facts items={explanation.facts} />
        <h3>{t('parts:why-rule')}</h3>
        <p>{explanation.rule}</p>
        <h3>{t('parts:why-source')}</h3>
        <p>{explanation.source}</p>
        {explanation.detail && (
          <details className="kc-why-detail">
            <summary>{explanation.detail.title}</summary>
            {explanation.detail.content}
          </details>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
