import { CreateRound } from '@kycuong/domain/planning/create-round.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { DraftNotice } from '../../draft/draft-notice.tsx';
import { fitted } from '../../draft/fitted.ts';
import { useDraft } from '../../draft/use-draft.ts';
import { usePersonDraft } from '../../draft/use-person-draft.ts';
import { mayDoSomewhere } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { useCommand } from '../../use-command.ts';
import { DecisionSection } from './decision-section.tsx';
import { MemberRows } from './member-rows.tsx';
import type { RoundChoices } from './round-form.ts';
import { TimeSection } from './time-section.tsx';
import { UnitRows } from './unit-rows.tsx';

export const newRoundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rounds/new',
  component: guarded((account) => mayDoSomewhere(account, 'planning.create-round'), NewRoundPage),
});

/** The checklist that asks most is the one that a round usually takes. */
function widest(checklists: RoundChoices['checklists']) {
  return checklists.toSorted((a, b) => b.itemCount - a.itemCount)[0];
}

function NewRoundPage() {
  const { t, language } = useMessages();
  const navigate = useNavigate();
  const { data: choices } = useSuspenseQuery(trpc.planning.roundChoices.queryOptions({}));
  const begun = usePersonDraft('round', null);
  const empty = () => ({
    roundId: uuidV7(),
    name: '',
    form: 'planned' as const,
    field: 'public-duty' as const,
    decisionNo: '',
    decisionDate: '',
    decidedBy: '',
    startsOn: '',
    endsOn: '',
    leadUnitId: choices.leadUnitId ?? '',
    units: [{ unitId: '', plannedOn: '' }],
    members: [
      { accountId: '', role: 'leader' as const },
      { accountId: '', role: 'member' as const },
    ],
    checklistVersionId: widest(choices.checklists)?.versionId ?? '',
  });
  const [start] = useState(() => fitted(empty(), begun.start.content));
  const form = useDomainForm(CreateRound, start);
  const draft = useDraft(form, begun, { empty });
  const { control } = form;
  const { send, busy } = useCommand(trpc.planning.createRound.mutationOptions(), {
    form,
    onDone: async ({ roundId, code }) => {
      notifyDone(t('planning:saved', { code }));
      await navigate({ to: '/rounds/$roundId', params: { roundId } });
    },
  });
  return (
    <>
      <PageHeader
        crumb={<Link to="/rounds">{t('planning:title')}</Link>}
        here={t('planning:new-title')}
        title={t('planning:new-title')}
        subtitle={t('planning:new-lead')}
      />
      <div className="kc-page">
        <DomainForm form={form} onSubmit={(payload) => draft.during(() => send(payload))}>
          <DraftNotice draft={draft} />
          <DecisionSection control={control} units={choices.units} />
          <TimeSection form={form} />
          <UnitRows form={form} units={choices.units} />
          <MemberRows form={form} inspectors={choices.inspectors} />
          <FormSection number={5} title={t('planning:section-checklist')}>
            <SelectField
              control={control}
              name="checklistVersionId"
              label={t('planning:checklist')}
              choices={choices.checklists.map(({ versionId, number, title, itemCount }) => ({
                value: versionId,
                label: t('planning:checklist-version', {
                  title: title[language],
                  number,
                  items: itemCount,
                }),
              }))}
            />
          </FormSection>
          <div className="kc-form-acts">
            <Button type="submit" kind="main" busy={busy}>
              {t('planning:save-draft')}
            </Button>
            <Link to="/rounds" className={buttonClass()}>
              {t('shell:cancel')}
            </Link>
          </div>
        </DomainForm>
      </div>
    </>
  );
}
