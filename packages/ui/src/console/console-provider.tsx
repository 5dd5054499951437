import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import 'dayjs/locale/vi';
import '../theme/fonts.css';
import '../theme/tokens.css';
import '../plain/plain.css';
import '../theme/mantine.css';
import '../form/form.css';
import './page.css';
import './matter.css';
import './list.css';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n.ts';
import { colorSchemeManager, mantineTheme, mantineVariables } from '../theme/mantine-theme.ts';
import { AskDialog } from './ask-dialog.tsx';

dayjs.extend(customParseFormat);

/** Theme, dates, questions and notifications for the console. The entry imports `theme/base.css` before it: it orders the layers. */
export function ConsoleProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useMessages();
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
        {children}
        <AskDialog />
        <Notifications position="bottom-right" autoClose={6000} limit={3} />
      </DatesProvider>
    </MantineProvider>
  );
}
