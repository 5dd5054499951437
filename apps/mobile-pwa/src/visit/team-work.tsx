import { Button } from '@kycuong/ui/plain/button.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { Head } from '../shell/head.tsx';
import { useLive } from '../shell/use-live.ts';
import { useOnce } from '../shell/use-once.ts';
import { readGathered } from './gather.ts';
import { MemberWork } from './member-work.tsx';
import { NotHere } from './not-here.tsx';
import type { OpenVisit } from './read-visit.ts';
import { SectionTakers } from './section-takers.tsx';
import { useVisit } from './use-visit.ts';
import { useWrite } from './use-write.ts';
import './settle.css';

export function TeamWork({ visitId }: { readonly visitId: string }) {
  const visit = useVisit(visitId);
  if (visit === undefined) return null;
  if (visit === null) return <NotHere />;
  return <OpenTeamWork visit={visit} />;
}

interface Step {
  readonly code: string;
  readonly accountId: string | null;
}

/** Who takes which section, and what has come from whom. The leader divides; everybody sees. */
function OpenTeamWork({ visit }: { readonly visit: OpenVisit }) {
  const { t } = useMessages();
  const { store, sync } = useField();
  const { id } = usePerson();
  const write = useWrite();
  const { busy, once } = useOnce();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const { visitId, packet } = visit.held;
  const gathered = useLive(`gathered ${id} ${visitId}`, () => readGathered(store, id, visitId));
  const assign = (step: Step) =>
    write({ action: 'visit.assign-sections', payload: { visitId, sections: [step] } });
  const undo = () =>
    once(async () => {
      const last = steps.at(-1);
      if (last === undefined) return;
      await assign(last);
      setSteps((before) => before.slice(0, -1));
    });
  const assigns = visit.leads && visit.writable;
  return (
    <div className="screen">
      <Head title={t('field:team-work.title')} sub={packet.unit.name} back={{ name: 'overview', visitId }} />
      <main className="page team-work">
        <section>
          <h2>{t('field:team-work.sections')}</h2>
          <p className="kc-meta">{t('field:team-work.sections-text')}</p>
          <SectionTakers
            visit={visit}
            onAssign={
              assigns
                ? ({ code }, accountId) => {
                    const before = visit.view.sections.get(code)?.value ?? null;
                    void assign({ code, accountId }).then(() =>
                      setSteps((done) => [...done, { code, accountId: before }]),
                    );
                  }
                : undefined
            }
          />
        </section>
        {gathered && <MemberWork visit={visit} gathered={gathered} />}
      </main>
      <footer className="foot settle-foot">
        {assigns && (
          <Button
            kind="quiet"
            size="touch"
            icon="undo"
            disabled={steps.length === 0}
            busy={busy}
            onClick={() => void undo()}
          >
            {t('field:team-work.undo')}
          </Button>
        )}
        <Button size="touch" icon="refresh" onClick={() => void sync.now()}>
          {t('field:team-work.pull')}
        </Button>
      </footer>
    </div>
  );
}
