import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { text } from '../../support/texts';
import { paperTextsIn, repeatedTexts } from './repeated-texts';

const sources = globSync('tests/{e2e,support}/*.ts').filter((file) =>
  readFileSync(file, 'utf8').includes("from '@playwright/test'"),
);

test.for(sources)("%s reads the window's texts and repeats none", (file) => {
  expect(repeatedTexts(readFileSync(file, 'utf8'))).toEqual([]);
});

const heading = text('people-access:signIn.byLogin');
const word = text('sales:till.ticket.label');
const lines = text('sales:till.ticket.lines', { count: 7 });
const sentence = text('refusals:LAST_ADMIN');
const [firstSentence] = sentence.split('.');

test.for([
  `page.getByRole('button', { name: '${heading}' })`,
  `page.getByRole('button', { name: /^${heading}/ })`,
  `page.getByLabel('${word}')`,
  `expect(page).toContainText('${lines}')`,
  `expect(page).toHaveText(/^${firstSentence}\\b.*$/)`,
  `const told = 'Told: ${sentence}'`,
])('a repeated text is detected: %s', (line) => {
  expect(repeatedTexts(line)).toHaveLength(1);
});

test.for([
  `import { text } from '${heading}';`,
  `test('${heading}', async () => {});`,
  `await test.step('${heading}', async () => {});`,
  `const key = text('people-access:signIn.byLogin');`,
  `const word = '${word}';`,
  `page.getByRole('option', { name: 'Sweet pies' })`,
  `type(page, 'seven quiet geese')`,
])('a text that is not repeated is accepted: %s', (line) => {
  expect(repeatedTexts(line)).toEqual([]);
});

const product = globSync('src/{main,renderer}/**/*.{ts,tsx}').map((file) => ({
  file,
  source: readFileSync(file, 'utf8'),
}));

test('no source of main or the window contains a text for paper: those are in paper.json', () => {
  const found = product
    // The headings of a CSV file may be the same words.
    .filter(({ source }) => !/from '[^']*csv'/i.test(source))
    .map(({ file, source }) => ({ file, texts: paperTextsIn(source, file.endsWith('x')) }));
  expect(found.filter(({ texts }) => texts.length > 0)).toEqual([]);
});

test('a text for paper would be detected', () => {
  const title = text('paper:receipt.title');
  const fact = text('paper:slip.from', { location: 'x' }).replace('x', '');
  const place = ['${', '}'].join('name');
  const source = `const TEXTS = { title: '${title}', sku: 'T1' };\nconst from = \`${fact}${place}\`;`;
  expect(paperTextsIn(source)).toEqual([title, `${fact}…`]);
  expect(paperTextsIn(`const x = <Fact name="${title}" />;`, true)).toEqual([title]);
  expect(paperTextsIn("say('receipt.title')")).toEqual([]);
});
