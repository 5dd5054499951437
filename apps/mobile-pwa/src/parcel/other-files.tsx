import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMessages } from '../language.ts';
import type { Exporting } from './use-export.ts';

/** What came of an export besides its first file: the others, to be saved one by one, or why there is none. */
export function OtherFiles({ problem, others, save }: Pick<Exporting, 'problem' | 'others' | 'save'>) {
  const { t } = useMessages();
  if (problem !== null)
    return (
      <Notice tone="soon" role="alert">
        {t(`field:parcel.problem-${problem}`)}
      </Notice>
    );
  if (others.length === 0) return null;
  return (
    <Notice tone="soon" role="alert" title={t('field:parcel.other-files', { count: others.length })}>
      <ul className="parcel-files">
        {others.map((made) => (
          <li key={made.id}>
            <div>
              <span className="file-name">{made.name}</span>
              <Button size="touch" kind="line" icon="download" onClick={() => void save(made)}>
                {t('field:parcel.save-file')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
