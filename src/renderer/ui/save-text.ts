/** Saves a text, whole or in pieces, as a file to the download folder of the browser or the system. */
export function saveText(fileName: string, text: string | Blob[], mediaType: string): void {
  const address = URL.createObjectURL(
    new Blob(typeof text === 'string' ? [text] : text, { type: mediaType }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The click does not wait for the download, which has taken over the blob by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address));
}
