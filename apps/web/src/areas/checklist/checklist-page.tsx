import { basisName } from '@kycuong/domain/checklist/basis-name.ts';
import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { LegalBasisTable } from './legal-basis-table.tsx';
import { SectionTable } from './section-table.tsx';
import './checklist.css';

export const checklistRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/checklists/$versionId',
  validateSearch: addressFilters,
  component: ChecklistPage,
});

function ChecklistPage() {
  const { t, language } = useMessages();
  const { versionId } = checklistRoute.useParams();
  const { data } = useSuspenseQuery(trpc.checklist.get.queryOptions({ versionId }));
  const { values, set } = useAddressFilters();
  const { content, legalBases, holding, number, status, asOf } = data;
  const wanted = foldForSearch(values.q ?? '').split(/\s+/);
  const fits = (item: ChecklistItem) => {
    const bases = legalBases.filter(({ id }) => holding[item.code]?.includes(id));
    const words = [item.code, item.title[language], item.guidance?.[language] ?? ''];
    const text = foldForSearch([...words, ...bases.map((basis) => basisName(basis, language))].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  const sections = content.sections
    .map((section) => ({ ...section, items: section.items.filter(fits) }))
    .filter(({ items }) => items.length > 0);
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <PageHeader
        title={content.title[language]}
        here={content.title[language]}
        crumb={<Link to="/checklists">{t('checklist:title')}</Link>}
        tags={
          <>
            <Tag
              tone={status === 'published' ? 'done' : 'act'}
              icon={status === 'published' ? 'done' : 'pencil'}
            >
              {t(`checklist:status-${status}`)}
            </Tag>
            <Tag>{t('checklist:version-number', { number })}</Tag>
            <Tag>
              {t('checklist:valid-from')} {formatDate(content.validFrom)}
            </Tag>
          </>
        }
        acts={
          <Button icon="print" onClick={() => window.print()}>
            {t('checklist:print')}
          </Button>
        }
      />
      <FilterBar
        filters={[]}
        values={values}
        onChange={set}
        search={t('checklist:find-item')}
        count={t('checklist:item-count', { count })}
      />
      <div className="kc-page checklist-page">
        <nav className="checklist-rail" aria-label={t('checklist:sections')}>
          <ul>
            {sections.map(({ code, title, items }) => (
              <li key={code}>
                <a href={`#${code}`}>
                  <span>{title[language]}</span>
                  <span className="kc-figures">{items.length}</span>
                </a>
              </li>
            ))}
            <li>
              <a href="#legal-bases">
                <span>{t('checklist:legal-bases')}</span>
                <span className="kc-figures">{legalBases.length}</span>
              </a>
            </li>
          </ul>
        </nav>
        <div className="checklist-sections">
          {sections.length === 0 && (
            <EmptyState icon="search" title={t('checklist:nothing-in-it')}>
              {t('checklist:nothing-in-it-text')}
            </EmptyState>
          )}
          {sections.map((section) => (
            <section key={section.code} id={section.code}>
              <h2>{section.title[language]}</h2>
              <SectionTable section={section} legalBases={legalBases} holding={holding} />
            </section>
          ))}
          <section id="legal-bases">
            <h2>{t('checklist:legal-bases')}</h2>
            <p className="kc-meta">{t('checklist:legal-bases-lead', { date: formatDate(asOf) })}</p>
            <LegalBasisTable legalBases={legalBases} />
          </section>
        </div>
      </div>
    </>
  );
}
