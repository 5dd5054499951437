import { Button } from '@kycuong/ui/plain/button.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../language.ts';
import { CodeField } from './code-field.tsx';
import { codeFault } from './code-rule.ts';
import { plainCode } from './code-wrap.ts';

interface NewCodeProps {
  readonly onCode: (code: string) => Promise<void>;
  readonly act: string;
  /** Above the two fields, in the same form. */
  readonly children?: ReactNode;
  readonly blocked?: boolean;
}

/** A new code, typed twice: digits on a keypad, or a phrase. */
export function NewCode({ onCode, act, children, blocked = false }: NewCodeProps) {
  const { t } = useMessages();
  const [kind, setKind] = useState<'digits' | 'phrase'>('digits');
  const [code, setCode] = useState('');
  const [repeated, setRepeated] = useState('');
  const [problem, setProblem] = useState<{ at: 'code' | 'repeated'; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const digits = kind === 'digits';
  const submit = async () => {
    const fault = codeFault(code);
    if (fault) return setProblem({ at: 'code', text: t(`field:code.${fault}`) });
    if (plainCode(code) !== plainCode(repeated))
      return setProblem({ at: 'repeated', text: t('field:code.not-same') });
    setProblem(null);
    setBusy(true);
    await onCode(code).finally(() => setBusy(false));
  };
  const errorAt = (at: 'code' | 'repeated') => (problem?.at === at ? problem.text : undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <Segment
        label={t('field:code.kind')}
        value={kind}
        options={[
          { value: 'digits', label: t('field:code.digits') },
          { value: 'phrase', label: t('field:code.phrase') },
        ]}
        onChange={(next) => {
          setKind(next);
          setCode('');
          setRepeated('');
          setProblem(null);
        }}
      />
      <CodeField
        id="new-code"
        label={t('field:code.new')}
        help={t(digits ? 'field:code.rule-digits' : 'field:code.rule-phrase')}
        value={code}
        onChange={setCode}
        digits={digits}
        error={errorAt('code')}
      />
      <CodeField
        id="repeated-code"
        label={t('field:code.repeat')}
        value={repeated}
        onChange={setRepeated}
        digits={digits}
        error={errorAt('repeated')}
      />
      <Button type="submit" kind="main" size="touch" wide busy={busy} disabled={blocked}>
        {act}
      </Button>
    </form>
  );
}
