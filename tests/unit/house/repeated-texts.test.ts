import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { text } from '../../support/texts';
import { repeatedTexts } from './repeated-texts';

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
