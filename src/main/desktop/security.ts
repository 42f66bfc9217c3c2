import { app, session as electronSession, type Session, type WebContents } from 'electron';

/** The window's own origin; file:// pages and pages from elsewhere are never trusted. */
export const WINDOW_ORIGIN = 'app://tillroom';

/** Whether an address belongs to the window itself. */
export function isOwnAddress(address: string): boolean {
  return address === WINDOW_ORIGIN || address.startsWith(`${WINDOW_ORIGIN}/`);
}

/** Refuses all permissions except the camera, which only the window itself can use. */
export function refusePermissions(session: Session = electronSession.defaultSession): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    // Both the window and the requesting frame in it must be our own.
    const isOwn = isOwnAddress(contents.getURL()) && isOwnAddress(details.requestingUrl);
    answer(permission === 'media' && isOwn && asksOnlyForCamera(details));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) => {
    return permission === 'media' && mediaType === 'video' && isOwnAddress(trimSlash(origin));
  });
  session.setDevicePermissionHandler(() => false);
}

/** Refuses navigation and redirects to other addresses, also in frames, and all new windows and embedded pages. */
export function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stayHere = (event: { url: string; preventDefault(): void }) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stayHere);
    contents.on('will-frame-navigate', stayHere);
    contents.on('will-redirect', stayHere);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

function asksOnlyForCamera(details: object): boolean {
  const kinds = 'mediaTypes' in details ? (details.mediaTypes as string[] | undefined) : undefined;
  return kinds !== undefined && kinds.length > 0 && kinds.every((kind) => kind === 'video');
}

function trimSlash(origin: string): string {
  return origin.endsWith('/') ? origin.slice(0, -1) : origin;
}
