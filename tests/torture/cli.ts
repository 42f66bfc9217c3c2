import { parseArgs } from 'node:util';
import { torture } from './torture';

/** `npm run torture -- --kills 300 --disk-errors 100 --seed 7`: see README.md. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    'disk-errors': { type: 'string', default: '100' },
    seed: { type: 'string' },
  },
});

const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
tell(`seed ${seed}`);
const report = await torture({
  seed,
  kills: Number(values.kills),
  diskErrors: Number(values['disk-errors']),
  tell,
});
tell(`\n${report}`);
process.exit(report.findings.length > 0 ? 1 : 0);
