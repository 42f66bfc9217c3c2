import { useQueryClient } from '@tanstack/react-query';
import { type Paper, paperInWords } from '#shared/documents/blocks';
import { usePrint } from '../print-sheet';
import { barcodePicture } from './paper-barcode';
import { PaperSheet, usePaperTexts } from './paper-sheet';

/** Returns a function that prints a document through the system's print dialog. */
export function usePrintPaper(): (paper: Paper) => Promise<void> {
  const print = usePrint();
  const queries = useQueryClient();
  const textsOf = usePaperTexts();
  return async (paper) => {
    // The sheet is printed as it is first drawn, so its pictures must be there.
    for (const block of paper.blocks) {
      if (block.kind === 'barcode') await queries.ensureQueryData(barcodePicture(block.code));
    }
    const worded = paperInWords(paper, textsOf(paper.locale));
    await print(<PaperSheet paper={paper} />, worded.paper === 'roll' ? 'roll' : { footer: worded.footer });
  };
}
