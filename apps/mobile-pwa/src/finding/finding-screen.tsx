import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { inputIssues } from '@kycuong/domain/error/validate.ts';
import { FindingContent } from '@kycuong/domain/finding/raise-finding.ts';
import { formatTime } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useRef, useState } from 'react';
import { DraftRows, draftName } from '../draft/draft-rows.tsx';
import { NewerVersion, showNewerVersion } from '../draft/newer-version.tsx';
import { throwAway } from '../draft/throw-away.ts';
import { ThrowAwayButton } from '../draft/throw-away-button.tsx';
import { useDrafts } from '../draft/use-drafts.ts';
import { useVersion } from '../draft/use-version.ts';
import { takenIn } from '../evidence/taking-in.ts';
import { Withheld } from '../evidence/withheld.ts';
import { errorText, useMessages } from '../language.ts';
import { useField, useHand, usePerson } from '../shell/field-context.ts';
import { Head } from '../shell/head.tsx';
import { go } from '../shell/route.ts';
import { useDraft } from '../shell/use-draft.ts';
import { useHere } from '../shell/use-here.ts';
import { useLive } from '../shell/use-live.ts';
import { useOnce } from '../shell/use-once.ts';
import { itemBases } from '../visit/item-bases.ts';
import { NotHere } from '../visit/not-here.tsx';
import type { OpenVisit } from '../visit/read-visit.ts';
import { useVisit } from '../visit/use-visit.ts';
import { findingDifferences } from './finding-differences.ts';
import {
  contentOf,
  draftOfFinding,
  type FindingDraft,
  isFindingDraft,
  startFinding,
} from './finding-draft.ts';
import { FindingFields } from './finding-fields.tsx';
import { useRaise } from './use-raise.ts';
import { addWaitingPhoto, dropWaitingPhotos, waitingPhotos } from './waiting-photos.ts';

interface FindingScreenProps {
  readonly visitId: string;
  readonly findingId: string;
  readonly item?: string;
}

export function FindingScreen({ visitId, findingId, item }: FindingScreenProps) {
  const visit = useVisit(visitId);
  if (visit === undefined) return null;
  if (visit === null) return <NotHere />;
  return <FindingOrDraft visit={visit} findingId={findingId} bornOn={item ?? null} />;
}

/** Where the line has a draft already, that one is offered before another is begun. */
function FindingOrDraft(props: FindingFormProps) {
  const { t } = useMessages();
  const { visit, findingId, bornOn } = props;
  const { visitId, packet } = visit.held;
  const drafts = useDrafts(visitId);
  const [isAnother, setIsAnother] = useState(false);
  // Asked on coming in, not when a draft comes about here.
  const found = useRef(drafts);
  found.current ??= drafts;
  if (drafts === undefined || found.current === undefined) return null;
  const others = drafts.filter(({ itemCode }) => bornOn !== null && itemCode === bornOn);
  const begun = found.current.find(({ id }) => id === findingId);
  const isNew = !visit.view.findings.has(findingId) && begun === undefined;
  if (isAnother || !isNew || !visit.writable || others.every(({ id }) => id === findingId))
    return <FindingForm {...props} bornOn={begun?.itemCode ?? bornOn} />;
  return (
    <div className="screen">
      <Head
        title={t('field:draft.of-item')}
        sub={packet.unit.name}
        back={{ name: 'walk', visitId, ...(bornOn !== null && { item: bornOn }) }}
      />
      <main className="page form-page">
        <p className="lead">{t('field:draft.of-item-text')}</p>
        <DraftRows visitId={visitId} drafts={others} />
      </main>
      <footer className="foot">
        <Button size="touch" icon="plus" wide onClick={() => setIsAnother(true)}>
          {t('field:draft.another')}
        </Button>
      </footer>
    </div>
  );
}

interface FindingFormProps {
  readonly visit: OpenVisit;
  readonly findingId: string;
  readonly bornOn: string | null;
}

function FindingForm({ visit, findingId, bornOn }: FindingFormProps) {
  const { t } = useMessages();
  const { store } = useField();
  const { id } = usePerson();
  const { visitId, packet } = visit.held;
  const raised = visit.view.findings.get(findingId);
  const items = itemsOf(packet.checklist.content);
  const itemOf = (code: string | null) => items.find((item) => item.code === code);
  const note = visit.view.answers.get(bornOn ?? '')?.note?.value ?? '';
  const line = itemOf(bornOn);
  const bases = itemBases(visit, line).map((basis) => basis.id);
  const start = raised ? draftOfFinding(raised) : startFinding(line, note, bases);
  const key = `finding ${visitId} ${findingId}`;
  const version = useVersion(visitId, findingId);
  const stands = version && (version.command?.id ?? null);
  const draft = useDraft(key, start, isFindingDraft, stands);
  const place = { visitId, findingId, itemCode: start.itemCode };
  const beside = useLive(`photos ${id} ${key}`, () => waitingPhotos(store, id, place));
  const hand = useHand();
  const raise = useRaise(visit, findingId, raised !== undefined);
  const { busy, once } = useOnce();
  const [shown, setShown] = useState(false);
  const latest = useRef(draft?.value);
  latest.current = draft?.value;
  const standsNow = useRef(stands);
  standsNow.current = stands;
  const here = useHere();
  if (draft === undefined || beside === undefined || version === undefined) return null;
  const form = draft.value;
  const waiting = [...form.photos, ...beside];
  const { itemCode } = form;
  const item = itemOf(itemCode);
  const parse = (said: FindingDraft) => FindingContent.safeParse(contentOf(said), { reportInput: true });
  const parsed = parse(form);
  const issues = shown && !parsed.success ? inputIssues(parsed.error) : [];
  const errors = new Map(issues.map(({ field, key, details }) => [field, errorText(key, details)]));
  const back =
    itemCode === null
      ? ({ name: 'findings', visitId } as const)
      : ({ name: 'walk', visitId, item: itemCode } as const);

  const differences = draft.isBehind ? findingDifferences(t, start, form) : [];
  const title = draftName(t, { kind: 'finding', title: form.title || form.description });
  const record = async () => {
    setShown(true);
    if (differences.length > 0) return showNewerVersion();
    if (!parsed.success) {
      document.getElementById(inputIssues(parsed.error)[0]?.field ?? '')?.focus();
      return;
    }
    // Taken back, or not on the disk: the draft stays as it is.
    await once(async () => {
      // Photos that are being taken in belong to it.
      await takenIn(findingId);
      const now = latest.current;
      // Left, or written on, by whomever, while they came.
      if (!here.current || standsNow.current !== stands || now === undefined || !parse(now).success)
        throw new Withheld();
      const photos = [...now.photos, ...(await waitingPhotos(store, id, place))];
      await raise(now, photos);
      await draft.drop(() =>
        store.transaction('rw', store.drafts, async () => {
          await store.drafts.delete([id, key]);
          await dropWaitingPhotos(store, id, place, photos);
        }),
      );
      // Whoever has gone elsewhere meanwhile is not pulled back.
      if (here.current) go(back);
    });
  };
  return (
    <div className="screen">
      <Head
        title={t(raised ? 'field:finding.edit' : 'field:finding.new')}
        sub={packet.unit.name}
        back={back}
      />
      <main className="page form-page">
        {visit.writable && !busy && version.command && differences.length > 0 && (
          <NewerVersion
            {...{ visit, differences, title }}
            version={version.command}
            photos={waiting.length}
            onKeep={() => draft.catchUp(form)}
            onThrowAway={() => draft.drop(() => throwAway(store, id, key))}
          />
        )}
        <FindingFields
          visit={visit}
          findingId={findingId}
          item={item}
          form={form}
          errors={errors}
          onChange={draft.change}
          waiting={waiting}
          onPhoto={(captured) => addWaitingPhoto(hand(), place, captured)}
        />
        {visit.writable && (draft.savedAt || beside.length > 0) && (
          <ThrowAwayButton
            title={title}
            photos={waiting.length}
            onThrowAway={async () => {
              await draft.drop(() => throwAway(store, id, key));
              go(back);
            }}
          />
        )}
      </main>
      {visit.writable && (
        <footer className="foot form-foot">
          <p className="kc-meta">
            {draft.savedAt && t('field:finding.draft', { time: formatTime(draft.savedAt) })}
          </p>
          <Button kind="main" size="touch" icon="flag" busy={busy} onClick={() => void record()}>
            {t(raised ? 'field:finding.amend' : 'field:finding.raise')}
          </Button>
        </footer>
      )}
    </div>
  );
}
