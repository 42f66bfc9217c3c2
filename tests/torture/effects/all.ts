import { compareAnswers } from './answers';
import { type Compared, type Comparison, together } from './comparison';
import { compareCounts } from './counts';
import { compareFiles } from './files';
import { compareMarks } from './marks';
import { compareTickets } from './tickets';
import { compareVersions } from './versions';

/** Compares everything that was acknowledged with a store's file: each effect must be stored exactly once. */
export function compareEffects(compared: Compared): Comparison {
  return together(
    [compareAnswers, compareMarks, compareVersions, compareTickets, compareCounts, compareFiles].map(
      (compare) => compare(compared),
    ),
  );
}
