import { longestHandOverNote } from '@kycuong/domain/visit/hand-over-visit.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field } from '@kycuong/ui/plain/field.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { ExportSection } from '../parcel/export-section.tsx';
import { useField, usePerson } from '../shell/field-context.ts';
import { sayRoom } from '../shell/say-room.ts';
import { TouchField } from '../shell/touch-field.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { useHeldTexts } from '../shell/use-held-texts.ts';
import { useLive } from '../shell/use-live.ts';
import { useOnce } from '../shell/use-once.ts';
import { sayCounts } from '../sync/say-status.ts';
import { readStatus } from '../sync/status.ts';
import type { OpenVisit } from './read-visit.ts';
import { useWrite } from './use-write.ts';

/** To whom the visit was handed over last, for everybody who opens it. */
export function HandedOver({ visit }: { readonly visit: OpenVisit }) {
  const { t } = useMessages();
  const person = usePerson();
  const last = visit.view.handedOver;
  if (last === null || visit.state === 'closed') return null;
  const values = { from: visit.nameOf(last.from), to: visit.nameOf(last.to), time: formatInstant(last.at) };
  return (
    <Notice
      icon="people"
      title={t(last.to === person.id ? 'field:hand-over.to-you' : 'field:hand-over.done', values)}
    >
      {last.note}
    </Notice>
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Asks a colleague to go on, and says what of it has not left this device. Nothing is marked as sent by it. */
export function HandOver({ visit }: { readonly visit: OpenVisit }) {
  const { store } = useField();
  const person = usePerson();
  const { t } = useMessages();
  const write = useWrite();
  const { busy, once } = useOnce();
  const [opened, setOpen] = useState<boolean>();
  const [to, setTo] = useState('');
  const { visitId, packet } = visit.held;
  const held = useHeldTexts(visitId);
  const draft = useDraft(`hand-over ${visitId}`, '', isText);
  const note = draft?.value ?? '';
  // Words that were begun are found again where they stand.
  const open = opened ?? note !== '';
  const others = packet.team.filter(({ accountId }) => accountId !== person.id);
  const status = useLive(`hand-over ${visitId}`, () => readStatus(store));
  const counts = status?.byVisit.get(visitId);
  const unsent = counts
    ? sayCounts(
        t,
        counts.records.waiting + counts.records.sending,
        counts.photos.waiting + counts.photos.sending,
      )
    : '';
  if (draft === undefined || !visit.writable || others.length === 0) return null;
  const hand = () =>
    once(async () => {
      const text = note.trim();
      await write({
        action: 'visit.hand-over',
        payload: { visitId, toAccountId: to, note: text === '' ? null : text },
      });
      setOpen(false);
      setTo('');
      await draft.drop();
    });
  return (
    <section className="hand-over">
      <h2>{t('field:hand-over.title')}</h2>
      {unsent === '' ? (
        <State tone="done">{t('field:hand-over.all-sent')}</State>
      ) : (
        <>
          <p>{t('field:hand-over.unsent', { what: unsent })}</p>
          <ExportSection scope={{ account: null, visitId }} heading={false} />
        </>
      )}
      {open ? (
        <div className="hand-over-form">
          <Field id="hand-over-to" label={t('field:hand-over.to')}>
            <select
              id="hand-over-to"
              className="kc-input kc-input--touch"
              value={to}
              onChange={({ target }) => setTo(target.value)}
            >
              <option value="">{t('field:hand-over.choose')}</option>
              {others.map(({ accountId, fullName, role }) => (
                <option key={accountId} value={accountId}>
                  {fullName} · {t(`field:overview.${role}`)}
                </option>
              ))}
            </select>
          </Field>
          <TouchField
            id="hand-over-note"
            label={t('field:hand-over.note')}
            help={t('field:hand-over.note-help')}
            rows={2}
            limit={longestHandOverNote}
            value={note}
            onChange={draft.change}
          />
          {held.length > 0 && (
            <p role="alert">
              {t('field:overview.held-first', { count: held.length })}{' '}
              {held.map(({ payload }) => payload.itemCode).join(', ')}
            </p>
          )}
          <div className="acts">
            <Button
              size="touch"
              kind="main"
              icon="people"
              disabled={to === '' || sayRoom(t, note, longestHandOverNote).over !== undefined}
              busy={busy}
              onClick={() => void hand()}
            >
              {t('field:hand-over.act')}
            </Button>
            <Button size="touch" kind="quiet" onClick={() => setOpen(false)}>
              {t('field:hand-over.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="acts">
          <Button size="touch" kind="line" icon="people" onClick={() => setOpen(true)}>
            {t('field:hand-over.begin')}
          </Button>
        </div>
      )}
    </section>
  );
}
