import { sentenceCase } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Gap } from './answer-gaps.ts';

/** At the right of a section: there, or what it lacks. `begun`: something is written already. */
export function PartState({
  gaps,
  part,
  begun,
}: {
  readonly gaps: readonly Gap[];
  readonly part: Gap['part'];
  readonly begun: boolean;
}) {
  const { t } = useMessages();
  const its = gaps.filter((gap) => gap.part === part);
  const [first] = its;
  if (first === undefined) return <State tone="done">{t('corrective-action:given')}</State>;
  if (part === 4 && !begun)
    return (
      <State tone="calm" icon="not-yet">
        {t('corrective-action:proof-needed')}
      </State>
    );
  if (!begun)
    return (
      <State tone="calm" icon="not-yet">
        {t('corrective-action:lacking')}
      </State>
    );
  return (
    <State tone="soon" icon="partly">
      {its.length === 1 && part === 3
        ? sentenceCase(t('corrective-action:lacking-one', { what: t(first.key, { row: first.row }) }))
        : t('corrective-action:lacking-part')}
    </State>
  );
}
