/** A failure in a form that can be passed between threads: an error would lose its code. */
export interface ThreadFailure {
  message: string;
  /** The code of SQLite or the file system; '' if there is none. */
  code: string;
  /** Where in the thread it happened. */
  stack: string;
}

/** A failure as it is passed to another thread. */
export function failureOf(error: unknown): ThreadFailure {
  if (!(error instanceof Error)) return { message: String(error), code: '', stack: '' };
  const { message, stack = '' } = error;
  return { message, code: 'code' in error ? String(error.code) : '', stack };
}

/** The failure of another thread as an error again. */
export function errorOf({ message, code, stack }: ThreadFailure): Error {
  return Object.assign(new Error(message), { code, stack });
}
