import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import classes from './print-sheet.module.css';

/** Pages that the document fills to their edges. */
interface FullPages {
  widthMm: number;
  heightMm: number;
}

/** A4 pages with a text below each. */
interface A4Pages {
  footer: (page: string, pages: string) => string;
}

/** The paper: an 80 mm roll cut below the last line, A4 pages, or pages filled to their edges. */
type Paper = 'roll' | A4Pages | FullPages;

type Print = (content: ReactNode, paper: Paper) => Promise<void>;

const PrintContext = createContext<Print | null>(null);

const ROLL_WIDTH_MM = 80;
const A4_MARGIN_MM = 15;
/** Placeholders for the browser's counters of pages. */
const PAGE = '\uE000';
const PAGES = '\uE001';
const PX_PER_MM = 96 / 25.4;

/** Holds the sheet that is printed: one document and nothing else of the window. */
export function PrintSheet({ children }: { children: ReactNode }) {
  const [job, setJob] = useState<{ content: ReactNode; paper: Paper } | null>(null);
  const sheet = useRef<HTMLDivElement>(null);

  const print: Print = async (content, paper) => {
    flushSync(() => setJob({ content, paper }));
    if (!sheet.current) return;
    await Promise.all([...sheet.current.querySelectorAll('img')].map((image) => image.decode()));
    const page = pageOf(paper, sheet.current);
    document.adoptedStyleSheets.push(page);
    try {
      window.print();
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== page);
      setJob(null);
    }
  };

  return (
    <PrintContext value={print}>
      {children}
      {createPortal(
        <div ref={sheet} className={classes.sheet} data-paper={job && kindOf(job.paper)} aria-hidden>
          {job?.content}
        </div>,
        document.body,
      )}
    </PrintContext>
  );
}

/** Returns a function that prints a document through the system's print dialog. */
export function usePrint(): Print {
  const print = useContext(PrintContext);
  if (!print) throw new Error('usePrint needs a PrintSheet above it');
  return print;
}

function kindOf(paper: Paper): 'roll' | 'a4' | 'full' {
  if (paper === 'roll') return paper;
  return 'footer' in paper ? 'a4' : 'full';
}

function pageOf(paper: Paper, sheet: HTMLElement): CSSStyleSheet {
  if (paper === 'roll') return rollOf(sheet);
  if ('footer' in paper) return a4(paper, sheet);
  return pageRule(`size: ${paper.widthMm}mm ${paper.heightMm}mm; margin: 0;`);
}

/** One page as long as the document, so that a roll is not cut within it and feeds no paper after it. */
function rollOf(sheet: HTMLElement): CSSStyleSheet {
  const heightMm = Math.ceil(sheet.scrollHeight / PX_PER_MM) + 1;
  return pageRule(`size: ${ROLL_WIDTH_MM}mm ${heightMm}mm; margin: 0;`);
}

function a4({ footer }: A4Pages, sheet: HTMLElement): CSSStyleSheet {
  const counters = new Map([
    [PAGE, 'counter(page)'],
    [PAGES, 'counter(pages)'],
  ]);
  const parts = footer(PAGE, PAGES).split(new RegExp(`(${PAGE}|${PAGES})`));
  const content = parts.map((part) => counters.get(part) ?? JSON.stringify(part)).join(' ');
  const font = `9pt ${getComputedStyle(sheet).fontFamily}`;
  return pageRule(
    `size: A4; margin: ${A4_MARGIN_MM}mm; @bottom-right { content: ${content}; font: ${font}; }`,
  );
}

function pageRule(rule: string): CSSStyleSheet {
  const page = new CSSStyleSheet();
  page.replaceSync(`@page { ${rule} }`);
  return page;
}
