import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import type { ParcelHead } from '@kycuong/domain/sync/parcel.ts';
import { FileDrop } from '@kycuong/ui/console/file-drop.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Field } from '@kycuong/ui/plain/field.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { failureText } from '../../refusal.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import '../organisation/import.css';
import { ParcelResults } from './parcel-results.tsx';
import { ParcelRefused, readHead, sendParcel, unwrapWithFile } from './send-parcel.ts';

const largestBytes = 4_000 * 1024 * 1024;

export const importParcelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rounds/parcel',
  component: ImportParcelPage,
});

interface Chosen {
  readonly file: File;
  readonly head: ParcelHead;
}

/** Drop the file → see what is in it → import → see what became of each record. */
function ImportParcelPage() {
  const { t } = useMessages();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [problem, setProblem] = useState<ErrorKey | 'key' | { readonly unanswered: string }>();
  const [needsKey, setNeedsKey] = useState(false);
  const [pem, setPem] = useState<File>();
  const [answer, setAnswer] = useState<HandedIn>();
  const [busy, setBusy] = useState(false);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (error instanceof ParcelRefused || error instanceof DomainError) {
        if (error.key === 'parcel.key-missing') setNeedsKey(true);
        setProblem(error.key === 'sync.seal-broken' && pem ? 'key' : error.key);
      } else setProblem({ unanswered: failureText(error, t) });
    }
    setBusy(false);
  };
  const choose = (file: File) =>
    attempt(async () => {
      setChosen(undefined);
      setChosen({ file, head: await readHead(file) });
    });
  const bringIn = ({ file, head }: Chosen) =>
    attempt(async () => {
      const keys = pem && (await unwrapWithFile(head, pem));
      setAnswer(await sendParcel(file, keys));
      await queries.invalidateQueries();
    });
  const again = () => {
    setChosen(undefined);
    setAnswer(undefined);
    setPem(undefined);
    setNeedsKey(false);
    setProblem(undefined);
  };

  return (
    <>
      <PageHeader
        title={t('parcel:title')}
        crumb={<Link to="/rounds">{t('planning:title')}</Link>}
        here={t('parcel:title')}
        subtitle={t('parcel:lead')}
      />
      <div className="kc-page import-page">
        {answer ? (
          <>
            <Notice tone="done" icon="done" role="status" title={t('parcel:done')} />
            <ParcelResults answer={answer} />
            <div className="kc-form-acts">
              <Button onClick={again}>{t('parcel:another')}</Button>
            </div>
          </>
        ) : (
          <>
            <Field id="parcel-file" label={t('parcel:drop')}>
              <FileDrop
                id="parcel-file"
                files={chosen ? [{ id: 'parcel', name: chosen.file.name, bytes: chosen.file.size }] : []}
                accept=".kycuong"
                maxBytes={largestBytes}
                onAdd={([file]) => file && void choose(file)}
                onRemove={again}
                disabled={busy}
              />
            </Field>
            {chosen && <ParcelFacts head={chosen.head} />}
            {chosen && needsKey && (
              <Field id="parcel-key" label={t('parcel:key')} help={t('parcel:key-help')}>
                <FileDrop
                  id="parcel-key"
                  files={pem ? [{ id: 'key', name: pem.name, bytes: pem.size }] : []}
                  accept=".pem"
                  maxBytes={100_000}
                  onAdd={([file]) => setPem(file)}
                  onRemove={() => setPem(undefined)}
                />
              </Field>
            )}
            {problem && (
              <Notice tone="late" role="alert">
                {typeof problem === 'object'
                  ? problem.unanswered
                  : problem === 'key'
                    ? t('parcel:key-wrong')
                    : t(`errors:${problem}`)}
              </Notice>
            )}
            {chosen && (
              <div className="kc-form-acts">
                <Button
                  kind="main"
                  busy={busy}
                  disabled={needsKey && pem === undefined}
                  onClick={() => void bringIn(chosen)}
                >
                  {t('parcel:import')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </>
  );
}

/** What the parcel says of itself before it is opened. */
function ParcelFacts({ head }: { readonly head: ParcelHead }) {
  const { t } = useMessages();
  const { device, authors, visits, counts, madeAt, mode } = head;
  const units = [...new Set(visits.flatMap(({ unitName }) => unitName ?? []))];
  return (
    <section>
      <h2>{t('parcel:inside')}</h2>
      <Facts
        items={[
          [t('parcel:device'), device.label ?? device.id],
          [t('parcel:authors'), authors.map(({ name }) => name ?? t('parcel:unnamed')).join(', ')],
          [t('parcel:units'), units.length > 0 ? units.join(', ') : t('parcel:units-sealed')],
          [t('parcel:contents'), t('parcel:contents-of', counts)],
          [t('parcel:made'), formatInstant(madeAt)],
          [t('parcel:mode'), t(`parcel:mode-${mode}`)],
        ]}
      />
    </section>
  );
}
