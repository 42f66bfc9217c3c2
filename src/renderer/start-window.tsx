import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/500.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers';
import { Window } from './app/window';
import { wedgeListener } from './lib/scan/wedge-listener';
import { setupCode } from './lib/setup-code';
import { textSize } from './lib/text-size';
import { startTexts } from './lib/texts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');

setupCode.watchAddress();
textSize.apply();
await startTexts();
wedgeListener.start();

createRoot(root).render(
  <StrictMode>
    <Providers>
      <Window />
    </Providers>
  </StrictMode>,
);
