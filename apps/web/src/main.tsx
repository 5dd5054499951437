import '@kycuong/ui/theme/base.css';
import { ConsoleProvider } from '@kycuong/ui/console/console-provider.tsx';
import { startI18n } from '@kycuong/ui/i18n.ts';
import { catalogue } from '@kycuong/ui/messages/catalogue.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api.ts';
import { dropOldCopies } from './draft/local-copy.ts';
import { router } from './router.tsx';
import './shell/shell.css';

startI18n(catalogue);
dropOldCopies();

// A page that the browser kept whole for the way back shows what it showed then, also to whoever signed in since.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ConsoleProvider>
        <RouterProvider router={router} />
      </ConsoleProvider>
    </QueryClientProvider>
  </StrictMode>,
);
