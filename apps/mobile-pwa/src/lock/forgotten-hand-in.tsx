import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { ExportSection } from '../parcel/export-section.tsx';
import { handInSealed } from '../parcel/hand-in-sealed.ts';
import { sayProblem } from '../parcel/say-problem.ts';
import { useField } from '../shell/field-context.ts';
import { noteHandedIn } from './start-anew.ts';

/**
 * The way by which what is sealed here reaches the province without the code: over the network, signed by this device,
 * or as a file.
 */
export function ForgottenHandIn({ account }: { readonly account: string }) {
  const { store, sendParcel } = useField();
  const { t } = useMessages();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const hand = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const now = new Date();
      const answer = await handInSealed(store, sendParcel, { account, visitId: null }, now);
      const left =
        answer?.commands.some(({ status }) => status === 'failed' || status === 'not-taken') ?? false;
      if (answer !== null && answer.leftOut > 0) setProblem(t('field:parcel.problem-no-key'));
      else if (left) setProblem(t('field:outbox.trouble-server'));
      else await noteHandedIn(store, account, now);
    } catch (error) {
      setProblem(sayProblem(t, error));
    }
    setBusy(false);
  };
  return (
    <>
      <p className="kc-meta">{t('field:forgotten.hand-in-text')}</p>
      <div className="acts">
        <Button size="touch" kind="main" icon="send" busy={busy} onClick={() => void hand()}>
          {t('field:parcel.hand-in-act')}
        </Button>
      </div>
      {problem && (
        <Notice tone="soon" role="alert">
          {problem}
        </Notice>
      )}
      <ExportSection scope={{ account, visitId: null }} heading={false} />
    </>
  );
}
