import { qualityRules } from '@kycuong/domain/quality/quality-rule.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import type { Reason } from '../../use-quality.ts';
import { useFactWords } from './fact-words.ts';

/** Each ground of the status: met or not, the fact, the rule, its source. */
export function StatusReasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t, language } = useMessages();
  const factWords = useFactWords();
  return (
    <ul className="reasons">
      {reasons.map((reason) => {
        const rule = qualityRules[reason.rule];
        const doubt =
          rule.mark === 'M'
            ? t('quality:from-memory')
            : rule.mark === 'P'
              ? t('quality:by-practice')
              : undefined;
        return (
          <li key={reason.rule} className={reason.met ? 'kc-tone-done' : 'kc-tone-soon'}>
            <Icon name={reason.met ? 'done' : 'failed'} />
            <div>
              <p>
                <span className="kc-hidden">
                  {reason.met ? t('quality:rule-met') : t('quality:rule-broken')}:{' '}
                </span>
                {factWords(reason)}
              </p>
              <small>
                {rule[language]}. {t('quality:source', { source: rule.source })}
                {doubt && ` (${doubt})`}
              </small>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
