import { StartFailure } from '#main/platform/start/start-failure';

const HIGHEST_PORT = 65_535;

/**
 * The port from TILLROOM_PORT; 0, which means any free port, when it is not set.
 * @throws StartFailure for anything but a port number
 */
export function chosenPort(value = ''): number {
  if (value.trim() === '') return 0;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
  throw new StartFailure(
    `TILLROOM_PORT is "${value}", which is not a port. Set it to a number from 1024 to ${HIGHEST_PORT}, or remove it to use any free port.`,
  );
}

/** Converts an error of listening on a port to a message; any other error is returned unchanged. */
export function asPortFailure(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const remedy = 'Set TILLROOM_PORT to another port, or remove it to use any free port.';
  if (code === 'EADDRINUSE') {
    const sentence = `Port ${port} is in use by another program. Close that program, set TILLROOM_PORT to another port, or remove it to use any free port.`;
    return new StartFailure(sentence, { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new StartFailure(`This account may not use port ${port}. ${remedy}`, { cause: error });
  }
  return error;
}
