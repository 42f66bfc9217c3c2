import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/500.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '#renderer/app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from '#renderer/app/providers';
import { Window } from '#renderer/app/window';
import { startKeys } from '#renderer/lib/keys';
import { wedgeListener } from '#renderer/lib/scan/wedge-listener';
import { setupCode } from '#renderer/lib/setup-code';
import { textSize } from '#renderer/lib/text-size';
import { startTexts } from '#renderer/lib/texts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');

setupCode.watchAddress();
textSize.apply();
await startTexts();
wedgeListener.start();
// Before anything else listens: a dialog of the library closes itself on Escape, and the page would get the key then.
startKeys();

createRoot(root).render(
  <StrictMode>
    <Providers>
      <Window />
    </Providers>
  </StrictMode>,
);
