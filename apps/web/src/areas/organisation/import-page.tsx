import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { trpc } from '../../api.ts';
import { Overtaken } from '../../decision/overtaken.tsx';
import { useOpened } from '../../decision/use-opened.ts';
import { holdsAny } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { ImportChanges } from './import-changes.tsx';
import { ImportFacts } from './import-facts.tsx';
import { TakeBackForm } from './take-back-form.tsx';

/** What is being done to it stands in the address, so that the browser's way back leads out of it. */
const ImportSearch = z.object({ act: z.optional(z.string()) });

export const importPageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/$importId',
  validateSearch: (search) => ImportSearch.safeParse(search).data ?? {},
  component: guarded((account) => holdsAny(account, ['administrator']), ImportPage),
});

/** One import: what came in, what it changed, and the way to take it back, or why there is none. */
function ImportPage() {
  const { t, language } = useMessages();
  const { importId } = importPageRoute.useParams();
  const { act } = importPageRoute.useSearch();
  const navigate = importPageRoute.useNavigate();
  const { data } = useSuspenseQuery(trpc.organisation.import.queryOptions({ importId }));
  const { list, takenBack, hindrances, mayTakeBack, intact } = data;
  const title = data.fileName ?? t(`list-import:lists.${list}`);
  const close = () => void navigate({ search: {} });
  const open = mayTakeBack && hindrances.length === 0;
  const { thing: taking, isOvertaken } = useOpened(
    act === 'take-back' ? importId : undefined,
    open || undefined,
  );
  return (
    <>
      <PageHeader
        title={title}
        here={title}
        crumb={
          <>
            <Link to="/units">{t('organisation:title')}</Link>
            {' / '}
            <Link to="/imports">{t('list-import:title')}</Link>
          </>
        }
        subtitle={`${t(`list-import:lists.${list}`)} · ${formatInstant(data.importedAt)} · ${data.importerName}`}
        acts={
          open && (
            <Link
              to="/imports/$importId"
              params={{ importId }}
              search={{ act: 'take-back' }}
              className={buttonClass()}
            >
              {t('list-import:take-back')}
            </Link>
          )
        }
      />
      <Matter facts={<ImportFacts kept={data} />}>
        {!intact && (
          <Notice tone="late" title={t('list-import:not-intact-title')}>
            <p>{t('list-import:not-intact-text')}</p>
          </Notice>
        )}
        {takenBack && (
          <Notice icon="undo" title={t('list-import:taken-back-title', { at: formatInstant(takenBack.at) })}>
            <p>
              {t('list-import:taken-back-by', {
                name: takenBack.name ?? '–',
                reason: takenBack.reason ?? '–',
              })}
            </p>
          </Notice>
        )}
        {!takenBack && mayTakeBack && hindrances.length > 0 && (
          <Notice icon="lock" title={t('list-import:cannot-title')}>
            <ul>
              {hindrances.map(({ key, details }) => (
                <li key={`${key} ${JSON.stringify(details)}`}>{errorText(key, language, details)}</li>
              ))}
            </ul>
            <p>{t('list-import:cannot-text')}</p>
          </Notice>
        )}
        {isOvertaken && <Overtaken />}
        {taking && <TakeBackForm importId={importId} onClose={close} />}
        <MatterSection title={t('list-import:changes-title')}>
          <ImportChanges importId={importId} />
        </MatterSection>
      </Matter>
    </>
  );
}
