import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pass } from 'node:timers/promises';

const LOOK_EVERY_MS = 300;

/**
 * Runs work while no other process runs work under the same lock file; waits for the other one to end. The lock of a
 * process that no longer runs is ignored.
 * @template Result
 * @param {string} lockFile
 * @param {() => Promise<Result>} work
 * @param {() => void} onWait called once if another process holds the lock
 * @returns {Promise<Result>}
 */
export async function oneAtATime(lockFile, work, onWait) {
  for (let waited = false; !take(lockFile); waited = true) {
    if (!waited) onWait();
    await pass(LOOK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
function take(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isHeld(lockFile)) rmSync(lockFile, { force: true });
    return false;
  }
}

/** @param {string} lockFile */
function isHeld(lockFile) {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    // The holder may not have written its number yet.
    if (holder === 0) return true;
    return process.kill(holder, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
