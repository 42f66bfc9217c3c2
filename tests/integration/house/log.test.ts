import { PassThrough } from 'node:stream';
import pino from 'pino';
import { QueryFailedError } from 'typeorm';
import { expect, test } from 'vitest';
import { LOG_OPTIONS } from '#main/platform/logging/log';

/** A record as it is written to the log. */
function written(record: object): string {
  const stream = new PassThrough();
  pino(LOG_OPTIONS, stream).error(record, 'a call failed');
  return String(stream.read());
}

test('the log hides secrets anywhere in a record', () => {
  const secret = 'seven quiet geese';
  for (const record of [
    { password: secret },
    { input: { password: secret, newPin: secret } },
    { call: { input: { token: secret } } },
  ]) {
    expect(written(record)).not.toContain(secret);
  }
});

test('the log shows which statement failed, but not its values', () => {
  const hash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA';
  const failure = new QueryFailedError(
    'UPDATE account SET password_hash = ?',
    [hash],
    new Error('database is locked'),
  );
  const text = written({ err: failure });
  expect(text).toContain('UPDATE account SET password_hash = ?');
  expect(text).toContain('database is locked');
  expect(text).not.toContain(hash);
});
