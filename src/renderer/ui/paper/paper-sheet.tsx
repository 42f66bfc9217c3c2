import { useTranslation } from 'react-i18next';
import {
  type Lookup,
  type PageBlock,
  type Paper,
  paperInWords,
  type RollBlock,
  type TableColumn,
} from '#shared/documents/blocks';
import { PaperBarcode } from './paper-barcode';
import classes from './paper-sheet.module.css';

/** Looks up the texts for paper in the language of a locale, or in English if there are none. */
export function usePaperTexts(): (locale: string) => Lookup {
  const { i18n } = useTranslation();
  return (locale) => i18n.getFixedT(locale, 'paper') as Lookup;
}

/** A printed document, on screen and from the system's printer as in its PDF. */
export function PaperSheet({ paper }: { paper: Paper }) {
  const { title, locale, blocks } = paperInWords(paper, usePaperTexts()(paper.locale));
  return (
    <article className={classes.paper} data-paper={paper.paper} lang={locale} aria-label={title}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change, and two blocks may be alike
        <Block key={index} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { block: RollBlock<string> | PageBlock<string> }) {
  switch (block.kind) {
    case 'heading':
      return <strong className={classes.heading}>{block.text}</strong>;
    case 'mark':
      return <strong className={classes.mark}>{block.text}</strong>;
    case 'lines':
      return <p className={classes.lines}>{block.lines.join('\n')}</p>;
    case 'pair':
      return (
        <div className={classes.pair} data-look={block.look}>
          <span>{block.left}</span>
          <span className={classes.amount}>{block.right}</span>
        </div>
      );
    case 'table':
      return <Table {...block} />;
    case 'signatures':
      return (
        <div className={classes.signatures}>
          {block.names.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
      );
    case 'barcode':
      return <PaperBarcode code={block.code} />;
    case 'rule':
      return <hr className={classes.rule} />;
    case 'gap':
      return <div className={classes.gap} />;
  }
}

interface TableProps {
  columns: TableColumn<string>[];
  rows: string[][];
  total?: string[] | undefined;
}

function Table({ columns, rows, total }: TableProps) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map(({ heading, share, align }) => (
            <th
              key={heading}
              scope="col"
              className={align && classes[align]}
              style={{ width: `${(100 * share) / shares}%` }}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...rows, ...(total ? [total] : [])].map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change, and two rows may be alike
          <tr key={index} className={cells === total ? classes.sum : undefined}>
            {columns.map(({ heading, align }, place) => (
              <td key={heading} className={align && classes[align]}>
                {cells[place]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
