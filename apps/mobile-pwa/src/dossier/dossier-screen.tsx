import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import { inputIssues } from '@kycuong/domain/error/validate.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useState } from 'react';
import { draftName } from '../draft/draft-rows.tsx';
import { NewerVersion, showNewerVersion } from '../draft/newer-version.tsx';
import { ThrowAwayButton } from '../draft/throw-away-button.tsx';
import { useVersion } from '../draft/use-version.ts';
import { PhotoStrip } from '../evidence/photo-strip.tsx';
import { errorText, useMessages } from '../language.ts';
import { Head } from '../shell/head.tsx';
import { go } from '../shell/route.ts';
import { useDraft } from '../shell/use-draft.ts';
import { useOnce } from '../shell/use-once.ts';
import { useServerClock } from '../shell/use-server-clock.ts';
import { NotHere } from '../visit/not-here.tsx';
import type { OpenVisit } from '../visit/read-visit.ts';
import { useVisit } from '../visit/use-visit.ts';
import { useWrite } from '../visit/use-write.ts';
import { dossierDifferences } from './dossier-differences.ts';
import { draftOf, emptyDossier, isDossierDraft, judge, sampleOf } from './dossier-draft.ts';
import { DossierFields } from './dossier-fields.tsx';
import { LatenessPanel, latenessTone } from './lateness-panel.tsx';

interface DossierScreenProps {
  readonly visitId: string;
  readonly sampleId: string;
}

export function DossierScreen({ visitId, sampleId }: DossierScreenProps) {
  const visit = useVisit(visitId);
  if (visit === undefined) return null;
  if (visit === null) return <NotHere />;
  return <DossierForm visit={visit} sampleId={sampleId} />;
}

function DossierForm({ visit, sampleId }: { readonly visit: OpenVisit; readonly sampleId: string }) {
  const { t } = useMessages();
  const write = useWrite();
  const clock = useServerClock();
  const { busy, once } = useOnce();
  const { visitId, packet } = visit.held;
  const saved = visit.view.dossiers.get(sampleId);
  const start = { ...(saved ? draftOf(saved) : emptyDossier), visitId };
  const version = useVersion(visitId, sampleId);
  const stands = version && (version.command?.id ?? null);
  const draft = useDraft(`dossier ${sampleId}`, start, isDossierDraft, stands);
  const [shown, setShown] = useState(false);
  if (draft === undefined || version === undefined) return null;
  const form = draft.value;
  const { check, expected } = judge(form, packet.holidays, dateInVietnam(clock.now()));
  const parsed = SampleDossier.safeParse(sampleOf(form, sampleId, visitId), { reportInput: true });
  const issues = shown && !parsed.success ? inputIssues(parsed.error) : [];
  const errors = new Map(issues.map(({ field, key, details }) => [field, errorText(key, details)]));

  const differences = draft.isBehind ? dossierDifferences(t, start, form) : [];
  const keep = async () => {
    setShown(true);
    if (differences.length > 0) return showNewerVersion();
    if (!parsed.success) {
      const first = inputIssues(parsed.error)[0]?.field;
      document.getElementById(first ?? '')?.focus();
      return;
    }
    await once(async () => {
      await write({ action: 'dossier.sample', payload: parsed.data });
      await draft.drop();
      go({ name: 'dossiers', visitId });
    });
  };
  return (
    <div className="screen">
      <Head
        title={t(saved ? 'field:dossier.edit' : 'field:dossier.new')}
        sub={packet.unit.name}
        back={{ name: 'dossiers', visitId }}
      />
      <main className="page dossier">
        {visit.writable && !busy && version.command && differences.length > 0 && (
          <NewerVersion
            {...{ visit, differences }}
            version={version.command}
            title={draftName(t, { kind: 'dossier', title: form.procedure || form.code })}
            photos={0}
            onKeep={() => draft.catchUp(form)}
            onThrowAway={() => draft.drop()}
          />
        )}
        <DossierFields
          form={form}
          expected={expected}
          check={check}
          errors={errors}
          disabled={!visit.writable}
          onChange={(now) => draft.change({ ...now, visitId })}
        />
        <div className="dossier-side">
          <LatenessPanel visitId={visitId} check={check} />
          {saved && <PhotoStrip visit={visit} target={{ kind: 'dossier', id: sampleId }} />}
          {visit.writable && draft.savedAt && (
            <ThrowAwayButton
              title={draftName(t, { kind: 'dossier', title: form.procedure || form.code })}
              photos={0}
              onThrowAway={async () => {
                await draft.drop();
                go({ name: 'dossiers', visitId });
              }}
            />
          )}
        </div>
      </main>
      {visit.writable && (
        <footer className="foot form-foot">
          <p>
            {check && (
              <State tone={latenessTone[check.lateness.status]}>
                {t(`field:dossier.status.${check.lateness.status}`, { days: check.lateness.workingDaysLate })}
              </State>
            )}
          </p>
          <Button kind="main" size="touch" busy={busy} onClick={() => void keep()}>
            {t('field:dossier.keep')}
          </Button>
        </footer>
      )}
    </div>
  );
}
