import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findChromium, isRoot } from './chromium.mjs';
import { at, commandOf, innerEnvironment, run, runInner, runNpm, runScript, Stop } from './project.mjs';
import { buildIfNeeded, installIfNeeded } from './setup.mjs';

const REPORTS = at('test-results', 'reports');
const DOWNLOAD_MS = 300_000;
const SYSTEM_INSTALL_MS = 600_000;

/** `npm run test:fast`: the tests for while one works. `npm test` runs all of them. */
const FAST = process.argv.includes('--fast');
/** What a fast run leaves out, by step. */
const LEFT_OUT = {
  faults: 'the tests tagged "long", each over 5 seconds',
  stories: 'all but the stories tagged "@fast", one of each spec that has one under 10 seconds',
  pages: 'all',
};

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {{ name: string, seconds: number, tally: Tally }} Outcome */

/** Makes sure that there is a Chromium for the tests, in any way that works on this machine. */
async function provideChromium() {
  if (findChromium()) return;
  process.stdout.write('Fetching a Chromium for the browser tests, once.\n');
  await runInner([commandOf('playwright'), 'install', 'chromium'], { timeout: DOWNLOAD_MS });
  if (findChromium()) return;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env, timeout: SYSTEM_INSTALL_MS });
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env, timeout: SYSTEM_INSTALL_MS });
  }
  if (findChromium()) return;
  throw new Stop(
    'The browser tests need a Chromium: install Chromium, Chrome or Edge, or name its program in TILLROOM_CHROMIUM.',
  );
}

/** @param {number} code */
const asTally = (code) => ({ passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/**
 * Counts a run that failed outside of any test as one failure, because its report cannot show that.
 * @param {Tally | undefined} tally
 * @param {number} code
 */
function withBreakdown(tally, code) {
  if (!tally) return asTally(code);
  return { ...tally, failed: code !== 0 && tally.failed === 0 ? 1 : tally.failed };
}

/** @param {string} report */
const readReport = (report) => (existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined);

/**
 * @param {string} project
 * @param {number} workers the number of test files that run at the same time
 */
async function vitest(project, workers = 1) {
  const report = join(REPORTS, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = [
    'run',
    '--project',
    project,
    '--maxWorkers',
    String(workers),
    ...(FAST ? ['--tags-filter', '!long'] : []),
  ];
  const code = await runInner([commandOf('vitest'), ...chosen, ...reporters]);
  const said = readReport(report);
  return withBreakdown(
    said && {
      passed: said.numPassedTests,
      failed: said.numFailedTests,
      skipped: said.numPendingTests + said.numTodoTests - leftOutOf(said),
    },
    code,
  );
}

/**
 * The number of tests that a fast run left out; the report counts them as skipped.
 * @param {{ testResults: { assertionResults: { status: string, tags: string[] }[] }[] }} report
 */
function leftOutOf(report) {
  if (!FAST) return 0;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return tests.filter(({ status, tags }) => status === 'skipped' && tags.includes('long')).length;
}

/**
 * @param {'Stories' | 'Pages'} what
 * @param {number} workers the number of parallel windows
 */
async function playwright(what, workers) {
  await provideChromium();
  const report = join(REPORTS, `${what.toLowerCase()}.json`);
  const among = FAST ? ['--grep', '@fast'] : [];
  const chosen = ['test', '--project', `${what} in *`, '--workers', String(workers), ...among];
  const code = await runInner([commandOf('@playwright/test', 'playwright'), ...chosen], {
    env: { ...innerEnvironment(), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const said = readReport(report)?.stats;
  return withBreakdown(
    said && { passed: said.expected + said.flaky, failed: said.unexpected, skipped: said.skipped },
    code,
  );
}

/** @param {string} script */
const npmScript = async (script) => asTally(await runNpm(['run', '--silent', script]));

const build = async () => {
  await buildIfNeeded();
  return asTally(0);
};

/**
 * The steps in their order; those that start the built app come after the build.
 * @type {Record<string, () => Promise<Tally>>}
 */
const STEPS = {
  typecheck: () => npmScript('typecheck'),
  lint: () => npmScript('lint'),
  unit: () => vitest('unit', availableParallelism()),
  build,
  integration: () => vitest('integration', availableParallelism()),
  faults: () => vitest('faults'),
  stories: () => playwright('Stories', 1),
  pages: () => playwright('Pages', availableParallelism()),
};
const ON_THE_BUILT_APP = ['integration', 'faults', 'stories', 'pages'];

/** The steps named on the command line, or all if none is named, with the steps that they depend on. */
function chosenSteps() {
  const asked = process.argv.slice(2).filter((word) => word !== '--fast');
  const unknown = asked.find((name) => !(name in STEPS));
  if (unknown) throw new Stop(`There is no step "${unknown}". There are: ${Object.keys(STEPS).join(', ')}.`);
  const wanted = new Set(asked.length > 0 ? asked : Object.keys(STEPS));
  if (FAST) wanted.delete('pages');
  if (ON_THE_BUILT_APP.some((name) => wanted.has(name))) wanted.add('build');
  return Object.entries(STEPS).filter(([name]) => wanted.has(name));
}

/**
 * @param {string} name
 * @param {() => Promise<Tally>} step
 * @returns {Promise<Outcome>}
 */
async function measure(name, step) {
  process.stdout.write(`\n-- ${name}\n`);
  const started = performance.now();
  const tally = await step().catch((error) => {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    return asTally(1);
  });
  return { name, seconds: (performance.now() - started) / 1000, tally };
}

/** @param {Outcome} outcome */
function describe({ name, seconds, tally: { passed, failed, skipped } }) {
  const counts =
    passed + failed + skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  const verdict = failed > 0 ? 'FAILED' : 'ok';
  return `${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${verdict.padEnd(6)}  ${counts}`.trimEnd();
}

/** What a fast run left out, and how to run it. */
function describeLeftOut() {
  const steps = Object.entries(LEFT_OUT);
  return [
    'Left out:',
    ...steps.map(([step, what]) => `  ${step.padEnd(10)} ${what}`),
    `To run these steps whole: npm test -- ${Object.keys(LEFT_OUT).join(' ')}`,
    'To run everything: npm test',
  ].join('\n');
}

await runScript(async () => {
  const steps = chosenSteps();
  await installIfNeeded();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  /** @type {Outcome[]} */
  const outcomes = [];
  for (const [name, step] of steps) outcomes.push(await measure(name, step));

  const sum = (/** @type {keyof Tally} */ kind) =>
    outcomes.reduce((total, { tally }) => total + tally[kind], 0);
  process.stdout.write(`\n${outcomes.map(describe).join('\n')}\n`);
  if (FAST) process.stdout.write(`\n${describeLeftOut()}\n`);
  process.stdout.write(
    `\nTillroom: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`,
  );
  return sum('failed') > 0 ? 1 : 0;
});
