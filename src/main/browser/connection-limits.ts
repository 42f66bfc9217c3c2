/** How much one connection, and all of them, may take of this computer. */
export interface ConnectionLimits {
  /** WebSockets on which no session is signed in; a new window closes the least recently used one. */
  strangers: number;
  /** WebSockets of one session: its windows, and what they left behind. */
  perSession: number;
  /** WebSockets in all. */
  total: number;
  /** Connections that are no WebSocket (yet): requests for files, and those that ask for nothing. */
  requests: number;
  /** Calls of one connection that run at a time; further ones wait. */
  callsAtOnce: number;
  /** Event streams of one connection; a window has two. More close the connection. */
  streams: number;
  /** Bytes of answers that a window has not read yet, above which no further call of it is served. */
  unreadBytes: number;
  /** How long a window may read nothing of what waits for it before its connection is closed, in milliseconds. */
  unreadMs: number;
  /** How often a connection has to show that its other side is still there, in milliseconds. */
  pingMs: number;
}

/** In all well below 1,024 open files, which is what many systems allow a program. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  strangers: 48,
  perSession: 24,
  total: 256,
  requests: 128,
  callsAtOnce: 32,
  streams: 16,
  unreadBytes: 1024 * 1024,
  unreadMs: 30_000,
  pingMs: 30_000,
};
