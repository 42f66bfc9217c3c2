import { PassThrough } from 'node:stream';
import pino from 'pino';
import { QueryFailedError } from 'typeorm';
import { expect, test } from 'vitest';
import { LOG_OPTIONS } from '#main/platform/logging/log';

/** What a record looks like in the log. */
function written(record: object): string {
  const stream = new PassThrough();
  pino(LOG_OPTIONS, stream).error(record, 'a call failed');
  return String(stream.read());
}

test('the log hides secrets, wherever they stand in a record', () => {
  const secret = 'seven quiet geese';
  for (const record of [
    { password: secret },
    { input: { password: secret, newPin: secret } },
    { call: { input: { token: secret } } },
  ]) {
    expect(written(record)).not.toContain(secret);
  }
});

test('the log says which statement failed, and not with what', () => {
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
