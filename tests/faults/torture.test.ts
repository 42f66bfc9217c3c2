import { expect, test } from 'vitest';
import { torture } from '../torture/torture';

const SEED = 20_264;
const KILLS = 10;
const DISK_ERRORS = 4;

test(`after ${KILLS} kills and ${DISK_ERRORS} disk errors in random work, everything confirmed is stored once`, {
  tags: 'long',
}, async () => {
  process.stdout.write(
    `    To repeat: npm run torture -- --kills ${KILLS} --disk-errors ${DISK_ERRORS} --seed ${SEED}\n`,
  );
  const report = await torture({ seed: SEED, kills: KILLS, diskErrors: DISK_ERRORS });
  process.stdout.write(`${report}\n`);
  expect(report.findings).toEqual([]);
});
