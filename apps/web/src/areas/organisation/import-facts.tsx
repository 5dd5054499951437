import { isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { formatDate, formatInstant, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import './import.css';

type Kept = inferOutput<typeof trpc.organisation.import>;
const saidKeys = ['from', 'until', 'on', 'decision'] as const;

/** Who brought what, with the file as it came. */
export function ImportFacts({ kept }: { readonly kept: Kept }) {
  const { t, language } = useMessages();
  const { id, said, counts, size, sha256 } = kept;
  const count = (key: string) => formatNumber(counts[key] ?? 0, language);
  const facts = saidKeys.flatMap((key): [string, string][] => {
    const value = said[key];
    return value ? [[t(`list-import:said-${key}`), isPlainDate(value) ? formatDate(value) : value]] : [];
  });
  return (
    <MatterSection title={t('list-import:facts')}>
      <Facts
        items={[
          [t('list-import:who'), kept.importerName],
          [t('list-import:when'), formatInstant(kept.importedAt)],
          ...facts,
          [t('list-import:file'), kept.fileName ?? t('list-import:no-file')],
          ...(size === null
            ? []
            : [[t('list-import:size'), `${formatNumber(Math.ceil(size / 1024), language)} kB`] as const]),
          ...(sha256 === null
            ? []
            : [
                [
                  t('list-import:hash'),
                  <span key="hash" className="import-hash">
                    {sha256}
                  </span>,
                ] as const,
              ]),
          [
            t('list-import:figures'),
            t('list-import:counts-text', {
              read: count('read'),
              created: count('created'),
              updated: count('updated'),
              unchanged: count('unchanged'),
              rejected: count('rejected'),
              waits: count('waits'),
            }),
          ],
          [t('list-import:changes'), formatNumber(kept.changes, language)],
          [t('list-import:intact'), t(kept.intact ? 'list-import:intact-yes' : 'list-import:intact-no')],
        ]}
      />
      {sha256 !== null && (
        <>
          <p>
            <a className={buttonClass()} href={`/api/import-file/${id}`} download>
              {t('list-import:download')}
            </a>
          </p>
          <p className="kc-meta">{t('list-import:download-text')}</p>
        </>
      )}
    </MatterSection>
  );
}
