/** Saves a base64-encoded PDF to the download folder of the browser or the system. */
export function savePdf({ fileName, base64 }: { fileName: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The click does not wait for the download, which has taken over the blob by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address));
}
