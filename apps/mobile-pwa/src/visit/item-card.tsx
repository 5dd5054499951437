import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { citation } from '@kycuong/domain/checklist/citation.ts';
import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMessages } from '../language.ts';
import { GoLink } from '../shell/go-link.tsx';
import { go } from '../shell/route.ts';
import { conformityOptions } from './conformity-options.ts';
import { itemBases } from './item-bases.ts';
import { ItemCount } from './item-count.tsx';
import { ItemFindings } from './item-findings.tsx';
import { ItemNote } from './item-note.tsx';
import { LastTime } from './last-time.tsx';
import { answeredOf, isLacking, nextUnanswered, type Place } from './progress.ts';
import type { OpenVisit } from './read-visit.ts';
import type { Answers } from './use-answers.ts';

const PhotoStrip = lazy(async () => ({
  default: (await import('../evidence/photo-strip.tsx')).PhotoStrip,
}));

interface ItemCardProps {
  readonly visit: OpenVisit;
  readonly place: Place;
  readonly all: readonly ChecklistItem[];
  readonly answers: Answers;
  /** An answer begins. Gives what takes the person on to the next item, unless something else has come meanwhile. */
  readonly onTouch: () => (nextCode: string) => void;
}

/** A touch is answered on the screen after this long, whether or not the disk has it yet. */
const patienceMs = 80;

export function ItemCard({ visit, place, all, answers, onTouch }: ItemCardProps) {
  const { t, language } = useMessages();
  const { held, view, writable } = visit;
  const { section, item, index } = place;
  const { packet, visitId } = held;
  const typed = { visitId, itemCode: item.code };
  const answer = view.answers.get(item.code);
  const stored = answer?.conformity?.value ?? null;
  // What is read back from the disk a moment later takes its place.
  const [chosen, setChosen] = useState<Conformity | null>(null);
  const result = chosen ?? stored;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stored answer having changed is the whole reason
  useEffect(() => setChosen(null), [stored]);
  const findings = [...view.findings.values()].filter(({ itemCode }) => itemCode === item.code);
  const earlier = packet.earlierFindings.some(({ itemCode }) => itemCode === item.code);
  const lacking = isLacking(stored);

  const goOn = (on: (nextCode: string) => void) => {
    const next = nextUnanswered(packet.checklist.content, view, item.code, visit.mySections)?.item.code;
    if (next !== undefined && next !== item.code) on(next);
  };
  /** On to the next, or, where something is lacking, to the words for it. */
  const follow = (conformity: Conformity, on: (nextCode: string) => void) => {
    if (!isLacking(conformity)) return goOn(on);
    const note = document.getElementById('note');
    // What was written already is not asked for again.
    if (note instanceof HTMLTextAreaElement && note.value === '') note.focus();
  };
  const choose = async (conformity: Conformity) => {
    const on = onTouch();
    // First to the disk, then on the screen: drawing would hold up the disk's answer. A slow disk does not hold up the screen.
    const written = answers.set(item.code, { conformity });
    const shown = setTimeout(() => setChosen(conformity), patienceMs);
    try {
      await written;
      setChosen(conformity);
    } catch {
      // The head says that it could not be saved; the segment must not say otherwise.
      return setChosen(null);
    } finally {
      clearTimeout(shown);
    }
    follow(conformity, on);
  };
  const raise = (kind: 'line' | 'plain') => (
    <Button
      kind={kind}
      size="touch"
      icon="flag"
      onClick={() => go({ name: 'finding', visitId, findingId: uuidV7(), item: item.code })}
    >
      {t('field:walk.finding')}
    </Button>
  );

  const cited = itemBases(visit, item).map((basis) => citation(basis, language));
  return (
    <main className="card">
      <div className="card-scroll">
        <p className="card-place">
          <span>
            {t('field:walk.position', { code: item.code, index: index + 1, count: section.items.length })}
          </span>
          <span>{t('field:walk.answered', { done: answeredOf(view, all), all: all.length })}</span>
        </p>
        <h1>{item.title[language]}</h1>
        <p className="card-guidance">
          {item.guidance && `${item.guidance[language]} `}
          {cited.length > 0 && <span className="card-basis">{cited.join('; ')}.</span>}
        </p>
        <LastTime packet={packet} itemCode={item.code} />
        {visit.conflictItems.has(item.code) && (
          <Notice icon="overlap">
            <GoLink to={{ name: 'settle', visitId }}>
              {t(visit.leads ? 'field:walk.conflict-mine' : 'field:walk.conflict-here')}
            </GoLink>
          </Notice>
        )}
        {visit.refusedItems.has(item.code) && (
          <Notice tone="soon" icon="info">
            <GoLink to={{ name: 'outbox' }}>{t('field:walk.refused-here')}</GoLink>
          </Notice>
        )}
        {item.count && (
          <ItemCount
            {...typed}
            count={item.count}
            stored={answer?.count}
            disabled={!writable}
            onLogged={answers.noteTyped}
          />
        )}
        <div className="note-photos">
          <ItemNote {...typed} stored={answer?.note} disabled={!writable} onLogged={answers.noteTyped} />
          <Suspense fallback={<div className="photos-later" />}>
            <PhotoStrip visit={visit} target={{ kind: 'item', id: item.code }} />
          </Suspense>
        </div>
        <ItemFindings visitId={visitId} itemCode={item.code} findings={findings} />
        {writable && !lacking && <div>{raise('plain')}</div>}
        <p className="card-more" aria-hidden="true">
          <Icon name="chevron-down" />
        </p>
      </div>
      <div className="card-foot">
        {!writable && <Notice icon="lock">{t('field:walk.read-only')}</Notice>}
        {writable && lacking && stored && (
          <div className="card-raise">
            <p>
              <b>{t('field:walk.answered-as', { result: t(`field:conformity.${stored}`) })}</b>{' '}
              {findings.length === 0 && t(earlier ? 'field:walk.finding-repeat' : 'field:walk.finding-hint')}
            </p>
            {raise('line')}
          </div>
        )}
        <Segment
          label={t('field:walk.answer', { code: item.code })}
          size="touch"
          still
          value={result}
          disabled={!writable}
          options={conformityOptions.map((option) => ({
            ...option,
            label: t(`field:conformity.${option.value}`),
          }))}
          onChange={(value) => void choose(value)}
          onAgain={(value) => follow(value, onTouch())}
        />
      </div>
    </main>
  );
}
