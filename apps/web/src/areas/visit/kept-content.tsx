import type { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { AmendFinding } from '@kycuong/domain/finding/amend-finding.ts';
import { RaiseFinding } from '@kycuong/domain/finding/raise-finding.ts';
import { serverTime } from '@kycuong/domain/sync/server-time.ts';
import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import { CheckInVisit } from '@kycuong/domain/visit/check-in-visit.ts';
import { CloseVisit } from '@kycuong/domain/visit/close-visit.ts';
import { SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import { SettleAnswer } from '@kycuong/domain/visit/settle-answer.ts';
import { SubmitVisit } from '@kycuong/domain/visit/submit-visit.ts';
import { formatBytes, formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ReactNode } from 'react';
import { sayWhen } from '../../evidence/say-when.ts';
import { severityKeys } from '../../states/action-state.tsx';
import { ConflictValue } from './conflict-value.tsx';
import type { KeptCommand } from './visit-details.ts';

interface KeptContentProps {
  readonly kept: Pick<KeptCommand, 'action' | 'payload' | 'serverOffsetMs' | 'recordedAt'>;
  readonly checklist: Checklist;
}

function saidOnEnding(ending: SubmitVisit | CloseVisit | undefined): ReactNode {
  return ending?.note && <p className="conflict-note">{ending.note}</p>;
}

/** What a kept command says, in words. One that does not parse is named, and stays on record as it came. */
export function KeptContent({ kept, checklist }: KeptContentProps) {
  const { t, language } = useMessages();
  const { action, payload, serverOffsetMs, recordedAt: receivedAt } = kept;
  const byServer = (own: string) => serverTime(own, { serverOffsetMs, receivedAt }).at;
  const line = (code: string) => itemsOf(checklist).find((item) => item.code === code)?.title[language];
  const told = (title: string, content?: ReactNode) => (
    <>
      <h3>{title}</h3>
      {content}
    </>
  );
  switch (action) {
    case 'answer.set': {
      const answer = SetAnswer.safeParse(payload).data;
      if (answer === undefined) break;
      return told(
        t('visit:kept-answer', { item: answer.itemCode }),
        <>
          <p className="visit-quiet">{line(answer.itemCode)}</p>
          {answerFields.map((field) => {
            const value = answer[field];
            return value === undefined ? null : <ConflictValue key={field} field={field} value={value} />;
          })}
        </>,
      );
    }
    case 'answer.settle': {
      const choice = SettleAnswer.safeParse(payload).data;
      if (choice === undefined) break;
      const { itemCode, field, value } = choice;
      return told(
        t('visit:kept-settle', { item: itemCode }),
        <>
          <p className="visit-quiet">{line(itemCode)}</p>
          <ConflictValue field={field} value={value ?? null} />
        </>,
      );
    }
    case 'dossier.sample': {
      const dossier = SampleDossier.safeParse(payload).data;
      if (dossier === undefined) break;
      return told(
        t('visit:kept-dossier', { item: dossier.code }),
        <>
          <p>{dossier.procedure}</p>
          <p className="visit-quiet">
            {t('visit:kept-due', {
              due: formatDate(dossier.dueOn),
              returned: dossier.returnedOn ? formatDate(dossier.returnedOn) : t('visit:not-returned'),
            })}
          </p>
          {dossier.note && <p className="conflict-note">{dossier.note}</p>}
        </>,
      );
    }
    case 'finding.raise':
    case 'finding.amend': {
      const schema = action === 'finding.raise' ? RaiseFinding : AmendFinding;
      const finding = schema.safeParse(payload).data;
      if (finding === undefined) break;
      return told(
        `${t(action === 'finding.raise' ? 'visit:kept-finding' : 'visit:kept-amend')}: ${finding.title}`,
        <>
          <p className="conflict-note">{finding.description}</p>
          <p className="visit-quiet">
            {t('visit:kept-severity', { severity: t(severityKeys[finding.severity]) })}
          </p>
        </>,
      );
    }
    case 'evidence.attach': {
      const photo = AttachEvidence.safeParse(payload).data;
      if (photo === undefined) break;
      return told(
        t('visit:kept-evidence', { item: photo.name }),
        <>
          {photo.caption && <p className="conflict-note">{photo.caption}</p>}
          <p className="visit-quiet">
            {t('visit:kept-evidence-of', {
              mediaType: photo.mediaType,
              size: formatBytes(photo.size, language),
              when: sayWhen(t, { ...photo, takenAt: byServer(photo.takenAt) }),
            })}
          </p>
        </>,
      );
    }
    case 'visit.check-in': {
      const arrival = CheckInVisit.safeParse(payload).data;
      if (arrival === undefined) break;
      return told(
        t('visit:kept-check-in'),
        <p className="visit-quiet">
          {t('visit:kept-arrived', { when: formatInstant(byServer(arrival.arrivedAt)) })}
        </p>,
      );
    }
    case 'visit.take-back-check-in':
      return told(t('visit:kept-take-back-check-in'));
    case 'visit.submit':
      return told(t('visit:kept-submit'), saidOnEnding(SubmitVisit.safeParse(payload).data));
    case 'visit.close':
      return told(t('visit:kept-close'), saidOnEnding(CloseVisit.safeParse(payload).data));
    case 'visit.assign-sections':
      return told(t('visit:kept-sections'));
  }
  return told(t('visit:kept-other', { item: action }));
}
