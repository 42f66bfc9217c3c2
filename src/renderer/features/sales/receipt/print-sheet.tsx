import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Receipt } from '#shared/contract/sales-documents';
import classes from './print-sheet.module.css';
import { ReceiptPaper } from './receipt-paper';

type Print = (receipt: Receipt) => Promise<void>;

const PrintContext = createContext<Print | null>(null);

const ROLL_WIDTH_MM = 80;
const PX_PER_MM = 96 / 25.4;

/** Holds the sheet that a printer gets: nothing of the window but one receipt. */
export function PrintSheet({ children }: { children: ReactNode }) {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const sheet = useRef<HTMLDivElement>(null);

  const print: Print = async (next) => {
    flushSync(() => setReceipt(next));
    if (!sheet.current) return;
    await Promise.all([...sheet.current.querySelectorAll('img')].map((image) => image.decode()));
    const page = pageOf(sheet.current);
    document.adoptedStyleSheets.push(page);
    try {
      window.print();
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== page);
      setReceipt(null);
    }
  };

  return (
    <PrintContext value={print}>
      {children}
      {createPortal(
        <div ref={sheet} className={classes.sheet} aria-hidden>
          {receipt && <ReceiptPaper receipt={receipt} />}
        </div>,
        document.body,
      )}
    </PrintContext>
  );
}

/** Gives the function that prints a receipt through the system's print dialog. */
export function usePrint(): Print {
  const print = useContext(PrintContext);
  if (!print) throw new Error('usePrint needs a PrintSheet above it');
  return print;
}

/** One page as long as the receipt, so that a roll is neither cut within it nor fed on after it. */
function pageOf(sheet: HTMLElement): CSSStyleSheet {
  const heightMm = Math.ceil(sheet.scrollHeight / PX_PER_MM) + 1;
  const page = new CSSStyleSheet();
  page.replaceSync(`@page { size: ${ROLL_WIDTH_MM}mm ${heightMm}mm; margin: 0; }`);
  return page;
}
