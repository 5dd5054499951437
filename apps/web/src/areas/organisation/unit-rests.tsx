import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { Loaded } from '../../loaded.tsx';

/** What names an interval of a unit, and whether it therefore stays or goes. */
export function UnitRests({ unitId }: { readonly unitId: string }) {
  const { t } = useMessages();
  const query = useQuery(trpc.organisation.unitRests.queryOptions({ unitId }));
  return (
    <Loaded query={query} rows={2}>
      {(rests) =>
        rests.length === 0 ? (
          <p className="kc-meta">{t('list-import:unit-rests-nothing')}</p>
        ) : (
          <>
            <ul>
              {rests.map(({ thing, amount }) => (
                <li key={thing}>
                  {amount === null
                    ? t(`list-import:unit-rests.${thing}`)
                    : `${t(`list-import:unit-rests.${thing}`)}: ${amount}`}
                </li>
              ))}
            </ul>
            <p>{t('list-import:unit-rests-stays')}</p>
          </>
        )
      }
    </Loaded>
  );
}
