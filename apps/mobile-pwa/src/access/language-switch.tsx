import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { chooseLanguage, useMessages } from '../language.ts';

export function LanguageSwitch() {
  const { t, language } = useMessages();
  return (
    <Segment
      label={t('field:me.language')}
      value={language}
      options={[
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ]}
      onChange={chooseLanguage}
    />
  );
}
