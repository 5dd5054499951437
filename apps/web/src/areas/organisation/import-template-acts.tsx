import { importTemplates, templateCsv } from '@kycuong/domain/organisation/import-template.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { saveFile, saveText } from './save-text.ts';
import type { ImportedList } from './send-import.ts';
import { useColumnWords } from './use-column-words.ts';

/** A file to begin with, as a workbook whose codes stay text, or as plain text. */
export function ImportTemplateActs({ list }: { readonly list: ImportedList }) {
  const { t } = useMessages();
  const words = useColumnWords(list);
  const template = importTemplates[list];
  const saveWorkbook = async () => {
    // Loaded when it is asked for: few need it, once.
    const { templateWorkbook } = await import('./template-workbook.ts');
    const titles = {
      list: t('import:template-list'),
      guide: t('import:template-guide'),
      head: [t('import:column'), t('import:meaning'), t('import:example')],
      required: t('import:required'),
    };
    saveFile(`${template.fileName}.xlsx`, await templateWorkbook(template, words, titles));
  };
  return (
    <>
      <Button icon="download" onClick={() => void saveWorkbook()}>
        {t('import:template-xlsx')}
      </Button>
      <Button icon="download" onClick={() => saveText(`${template.fileName}.csv`, templateCsv(template))}>
        {t('import:template-csv')}
      </Button>
    </>
  );
}
