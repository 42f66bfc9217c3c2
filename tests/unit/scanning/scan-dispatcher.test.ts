import { beforeEach, describe, expect, it } from 'vitest';
import { type Scan, ScanDispatcher } from '#renderer/lib/scan/scan-dispatcher';

let dispatcher: ScanDispatcher;
let errors: unknown[];
let seen: string[];

beforeEach(() => {
  errors = [];
  seen = [];
  dispatcher = new ScanDispatcher((error) => errors.push(error));
});

const noteAs =
  (name: string) =>
  (scan: Scan): void => {
    seen.push(`${name} ${scan.text}`);
  };

/** A handler that receives a scan at once and finishes it when the test says so. */
function slowHandler(name: string): { handler: (scan: Scan) => Promise<void>; done: () => Promise<void> } {
  let finish = (): void => undefined;
  return {
    handler: (scan) => {
      noteAs(name)(scan);
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
    done: async () => {
      finish();
      await settled();
    },
  };
}

/** Lets everything run that only waits for a promise. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('scans', () => {
  it('go to the registered handler, from any source', async () => {
    const scans: Scan[] = [];
    dispatcher.register((scan) => {
      scans.push(scan);
    });
    expect(dispatcher.submit('1111', 'wedge', { timing: { slowestIntervalMs: 8, end: 'Enter' } })).toBe(
      'accepted',
    );
    dispatcher.submit('2222', 'camera');
    dispatcher.submit('3333', 'typed');
    await settled();
    expect(scans).toEqual([
      { text: '1111', source: 'wedge', timing: { slowestIntervalMs: 8, end: 'Enter' } },
      { text: '2222', source: 'camera' },
      { text: '3333', source: 'typed' },
    ]);
  });

  it('go to the handler registered last, until it is removed', async () => {
    dispatcher.register(noteAs('page'));
    const leave = dispatcher.register(noteAs('dialog'));
    dispatcher.submit('1111', 'wedge');
    await settled();
    leave();
    leave();
    dispatcher.submit('2222', 'wedge');
    await settled();
    expect(seen).toEqual(['dialog 1111', 'page 2222']);
  });

  it('go to the last exclusive handler, even if others register later', async () => {
    dispatcher.register(noteAs('first dialog'), { exclusive: true });
    const leave = dispatcher.register(noteAs('second dialog'), { exclusive: true });
    dispatcher.register(noteAs('page'));
    dispatcher.submit('1111', 'wedge');
    await settled();
    leave();
    dispatcher.submit('2222', 'wedge');
    await settled();
    expect(seen).toEqual(['second dialog 1111', 'first dialog 2222']);
  });

  it('without a handler are reported as unheard', () => {
    expect(dispatcher.submit('1111', 'wedge')).toBe('unheard');
  });

  it('wait for the one before them, in order', async () => {
    const slow = slowHandler('till');
    dispatcher.register(slow.handler);
    dispatcher.submit('1111', 'wedge');
    dispatcher.submit('2222', 'wedge');
    dispatcher.submit('3333', 'wedge');
    await settled();
    expect(seen).toEqual(['till 1111']);
    await slow.done();
    expect(seen).toEqual(['till 1111', 'till 2222']);
    await slow.done();
    expect(seen).toEqual(['till 1111', 'till 2222', 'till 3333']);
  });

  it('in the queue go to a dialog that opened meanwhile', async () => {
    const slow = slowHandler('till');
    dispatcher.register(slow.handler);
    dispatcher.submit('1111', 'wedge');
    dispatcher.submit('2222', 'wedge');
    dispatcher.register(noteAs('dialog'), { exclusive: true });
    await slow.done();
    expect(seen).toEqual(['till 1111', 'dialog 2222']);
  });

  it('continue after a failed one, and the failure is reported', async () => {
    const failure = new Error('no such ticket');
    dispatcher.register((scan) => {
      if (scan.text === '1111') {
        throw failure;
      }
      noteAs('till')(scan);
    });
    dispatcher.submit('1111', 'wedge');
    dispatcher.submit('2222', 'wedge');
    await settled();
    expect(errors).toEqual([failure]);
    expect(seen).toEqual(['till 2222']);
  });
});

describe('while a message must be acknowledged', () => {
  it('scans are refused and never delivered later', async () => {
    let mustAcknowledge = true;
    dispatcher.register(noteAs('till'), {
      refuseWhile: () => mustAcknowledge,
      onRefused: noteAs('refused'),
    });
    expect(dispatcher.submit('1111', 'wedge')).toBe('refused');
    mustAcknowledge = false;
    dispatcher.submit('2222', 'wedge');
    await settled();
    expect(seen).toEqual(['refused 1111', 'till 2222']);
  });

  it('scans queued behind the failed one are refused too', async () => {
    let mustAcknowledge = false;
    const slow = slowHandler('till');
    dispatcher.register(slow.handler, {
      refuseWhile: () => mustAcknowledge,
      onRefused: noteAs('refused'),
    });
    dispatcher.submit('1111', 'wedge');
    dispatcher.submit('2222', 'wedge');
    mustAcknowledge = true;
    await slow.done();
    expect(seen).toEqual(['till 1111', 'refused 2222']);
  });

  it('an exclusive dialog still receives its scans', async () => {
    dispatcher.register(noteAs('till'), { refuseWhile: () => true, onRefused: noteAs('refused') });
    dispatcher.register(noteAs('dialog'), { exclusive: true });
    dispatcher.submit('1111', 'wedge');
    await settled();
    expect(seen).toEqual(['dialog 1111']);
  });
});
