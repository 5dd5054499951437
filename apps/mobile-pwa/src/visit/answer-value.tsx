import { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import { compareTexts } from '@kycuong/domain/visit/compare-texts.ts';
import type { AnswerField, AnswerValue } from '@kycuong/domain/visit/open-conflicts.ts';
import { formatNumber } from '@kycuong/ui/format.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { type Translate, useMessages } from '../language.ts';
import { conformityOptions } from './conformity-options.ts';

/** A value in words, for one line. */
export function valueWords(t: Translate, field: AnswerField, value: AnswerValue): string {
  const conformity = Conformity.safeParse(value);
  if (value === null || value === '') return t('field:settle.empty');
  if (field === 'conformity' && conformity.success) return t(`field:conformity.${conformity.data}`);
  return String(value);
}

interface AnswerValueProps {
  readonly field: AnswerField;
  readonly value: AnswerValue;
  /** The value it is laid beside: words of a note that only one has are marked. */
  readonly beside: AnswerValue | undefined;
}

/** A value as large as it needs to be compared; a note stands in full. */
export function AnswerValueView({ field, value, beside }: AnswerValueProps) {
  const { t, language } = useMessages();
  if (value === null || value === '') return <p className="settle-empty">{t('field:settle.empty')}</p>;
  if (typeof value === 'number') return <p className="settle-figure">{formatNumber(value, language)}</p>;
  if (field === 'conformity') {
    const look = conformityOptions.find((option) => option.value === value);
    return (
      <p className="settle-result">
        <State tone={look?.tone ?? 'calm'} {...(look && { icon: look.icon })}>
          {valueWords(t, field, value)}
        </State>
      </p>
    );
  }
  const parts = typeof beside === 'string' ? compareTexts(value, beside) : [{ text: value, same: true }];
  return (
    <p className="settle-note">
      {parts.map(({ text, same }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, in their order
        same ? <span key={index}>{text}</span> : <mark key={index}>{text}</mark>,
      )}
    </p>
  );
}
