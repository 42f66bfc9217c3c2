import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/**
 * The policy of all pages of the window: only its own files, its own connection and no foreign frames. Mantine sets
 * its variables in style elements and attributes, hence 'unsafe-inline' for styles only.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob: mediastream:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "frame-src 'self' blob:",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
};

interface WindowFile {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

const NOT_FOUND: WindowFile = {
  status: 404,
  headers: { ...HEADERS, 'content-type': 'text/plain' },
  body: Buffer.from('Not found'),
};

/** Serves the built window's files, for the browser entry and for the desktop's own protocol. */
export type WindowFiles = (pathname: string) => Promise<WindowFile>;

/**
 * Serves only the files that exist at the start, by exact name, so that no path leads elsewhere. The address of a page
 * (without a file extension) gets index.html, whose router knows the pages.
 */
export function openWindowFiles(folder: string): WindowFiles {
  const known = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    known.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, file);
  }
  return async (pathname) => {
    const wanted = path.posix.extname(pathname) === '' ? '/index.html' : pathname;
    const file = known.get(wanted);
    // A file may have disappeared since the start, while an update replaces the old version.
    const body = file && (await readFile(file).catch(() => undefined));
    if (!(file && body)) return NOT_FOUND;
    const hashed = wanted.startsWith('/assets/');
    return {
      status: 200,
      headers: {
        ...HEADERS,
        'content-type': MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream',
        'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
      body,
    };
  };
}
