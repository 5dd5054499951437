import { shortened } from '@kycuong/domain/input/shortened.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { type Translate, useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import type { OpenDraft } from './read-drafts.ts';
import { throwAway } from './throw-away.ts';
import { ThrowAwayButton } from './throw-away-button.tsx';

const longestName = 80;

/** What a draft is called: what is written of it, else what it is to be. */
export function draftName(t: Translate, { title, kind }: Pick<OpenDraft, 'title' | 'kind'>): string {
  const written = shortened(title.replaceAll('\n', ' '), longestName);
  return written || t(kind === 'finding' ? 'field:finding.new' : 'field:dossier.new');
}

interface DraftRowsProps {
  readonly visitId: string;
  readonly drafts: readonly OpenDraft[];
}

/** Drafts, each to go on with or to be thrown away. */
export function DraftRows({ visitId, drafts }: DraftRowsProps) {
  const { t } = useMessages();
  const { store } = useField();
  const { id: account } = usePerson();
  return (
    <ul className="rows drafts">
      {drafts.map((draft) => {
        const { key, kind, id, itemCode, photos, savedAt } = draft;
        const name = draftName(t, draft);
        return (
          <li key={key}>
            <GoLink
              to={
                kind === 'finding'
                  ? { name: 'finding', visitId, findingId: id }
                  : { name: 'dossier', visitId, sampleId: id }
              }
              className="row"
            >
              <Icon name="pencil" />
              <span>
                <b>{name}</b>
                <span className="kc-meta row-sub">
                  {itemCode && `${itemCode} · `}
                  {t('field:draft.saved', { time: formatInstant(savedAt) })}
                  {photos.length > 0 && ` · ${t('field:draft.photos', { count: photos.length })}`}
                </span>
              </span>
              <Icon name="chevron-right" />
            </GoLink>
            <ThrowAwayButton
              title={name}
              photos={photos.length}
              onThrowAway={() => throwAway(store, account, key)}
            />
          </li>
        );
      })}
    </ul>
  );
}
