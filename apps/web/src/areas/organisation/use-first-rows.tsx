import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { type ReactNode, useState } from 'react';

const firstShown = 10;
const mostShown = 100;

/** The first rows of a long list, on request a hundred of them; `foot` says what is left and stands below the table. */
export function useFirstRows<Row>(all: readonly Row[]): { rows: readonly Row[]; foot: ReactNode } {
  const { t } = useMessages();
  const [most, setMost] = useState(firstShown);
  const rows = all.slice(0, most);
  const more = Math.min(all.length, mostShown) - rows.length;
  return {
    rows,
    foot:
      more > 0 ? (
        <div>
          <Button size="small" onClick={() => setMost(mostShown)}>
            {t('import:more-rows', { count: more })}
          </Button>
        </div>
      ) : (
        rows.length < all.length && <p className="kc-meta">{t('import:first-lines', { shown: mostShown })}</p>
      ),
  };
}
