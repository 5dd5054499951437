import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import { ChartSection } from './chart-section.tsx';

type RepeatFindings = inferOutput<typeof trpc.statistics.repeatFindings>;

const shownItems = 6;

/** What hurts, second: faults that come back where they were mended. */
export function RepeatFaults({ items }: RepeatFindings) {
  const { t, language } = useMessages();
  const count = (value: number) => formatNumber(value, language);
  const repeats = items.flatMap(({ itemCode, title, repeats: found }) =>
    found.map((repeat) => ({ ...repeat, itemCode, title: title[language] })),
  );
  return (
    <ChartSection
      title={t('statistics:repeat-heading')}
      words={<p>{items.length === 0 ? t('statistics:repeat-none') : t('statistics:repeat-lead')}</p>}
      table={
        items.length > 0 && (
          <DataTable
            label={t('statistics:repeat-heading')}
            rows={repeats}
            rowKey={({ id }) => id}
            columns={[
              { key: 'unit', title: t('statistics:unit'), cell: ({ unitName }) => unitName },
              {
                key: 'item',
                title: t('statistics:item'),
                cell: ({ itemCode, title }) => (
                  <>
                    <span className="kc-meta">{itemCode}</span> {title}
                  </>
                ),
              },
              {
                key: 'found',
                title: t('statistics:found-on'),
                align: 'end',
                cell: ({ foundOn }) => formatDate(foundOn),
              },
              {
                key: 'earlier',
                title: t('statistics:earlier-on'),
                align: 'end',
                cell: ({ earlierOn }) => formatDate(earlierOn),
              },
            ]}
          />
        )
      }
    >
      {items.length > 0 && (
        <table className="faults">
          <thead>
            <tr>
              <th scope="col">{t('statistics:item')}</th>
              <th scope="col">{t('statistics:item-units')}</th>
              <th scope="col">{t('statistics:item-repeated')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ itemCode, title, units, repeatedUnits }, index) => (
              <tr key={itemCode} className={index < shownItems ? undefined : 'chart-more'}>
                <td>
                  <span className="kc-meta">{itemCode}</span> {title[language]}
                </td>
                <td>{count(units)}</td>
                <td>
                  <b>{count(repeatedUnits)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ChartSection>
  );
}
