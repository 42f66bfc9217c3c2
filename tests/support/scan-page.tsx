import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { scanDispatcher } from '#renderer/lib/scan/scan-dispatcher';
import { wedgeListener } from '#renderer/lib/scan/wedge-listener';

const log: string[] = [];

/** What a test reads from the page, and how it makes the page stop expecting scans. */
declare global {
  interface Window {
    takeLog: () => string[];
    stopAwaitingScans: () => void;
  }
}

window.takeLog = () => log.splice(0);
window.stopAwaitingScans = scanDispatcher.register(({ text }) => {
  log.push(`scan ${text}`);
});

/** The kinds of elements that a scan must not reach and typing must: a small page without the app. */
function ScanPage() {
  const [capitals, setCapitals] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        log.push('submit');
      }}
      onKeyDown={({ key }) => log.push(`keydown ${key}`)}
    >
      <input aria-label="plain" />
      <input
        aria-label="capitals"
        maxLength={8}
        value={capitals}
        onChange={({ currentTarget }) => setCapitals(currentTarget.value.toUpperCase())}
      />
      <input aria-label="quantity" inputMode="decimal" />
      <input aria-label="number" type="number" />
      <input aria-label="time" type="time" />
      <textarea aria-label="text" />
      <button type="submit" onClick={() => log.push('click')}>
        Delete
      </button>
      <input aria-label="box" type="checkbox" onChange={() => log.push('checked')} />
    </form>
  );
}

const root = document.getElementById('root');
if (root) {
  wedgeListener.start();
  createRoot(root).render(<ScanPage />);
}
