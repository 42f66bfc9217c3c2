/** A failure in a form that can be passed between threads: an error would lose its code. */
export interface ThreadFailure {
  message: string;
  /** The code of SQLite or the file system; '' if there is none. */
  code: string;
}

/** Converts an error in a worker thread to what it passes on. */
export function failureOf(error: unknown): ThreadFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { message: String(error), code };
}

/** The error again, in the thread that started the worker. */
export function errorOf({ message, code }: ThreadFailure): Error {
  return Object.assign(new Error(message), { code });
}
