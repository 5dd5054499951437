import { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import { compareTexts } from '@kycuong/domain/visit/compare-texts.ts';
import type { AnswerField, AnswerValue } from '@kycuong/domain/visit/open-conflicts.ts';
import { formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Conformed } from './conformed.tsx';

interface ConflictValueProps {
  readonly field: AnswerField;
  readonly value: AnswerValue;
  /** The value it is laid beside: words of a note that only one has are marked. */
  readonly beside?: AnswerValue | undefined;
}

/** A value of an answer in words; a note stands in full. */
export function ConflictValue({ field, value, beside }: ConflictValueProps) {
  const { t, language } = useMessages();
  if (value === null || value === '') return <p className="visit-quiet">{t('visit:left-empty')}</p>;
  if (typeof value === 'number') return <p className="conflict-figure">{formatNumber(value, language)}</p>;
  if (field === 'conformity') return <Conformed conformity={Conformity.safeParse(value).data ?? null} />;
  const parts = typeof beside === 'string' ? compareTexts(value, beside) : [{ text: value, same: true }];
  return (
    <p className="conflict-note">
      {parts.map(({ text, same }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, in their order
        same ? <span key={index}>{text}</span> : <mark key={index}>{text}</mark>,
      )}
    </p>
  );
}
