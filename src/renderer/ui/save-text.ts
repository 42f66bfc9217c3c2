/** Saves a text, whole or in pieces, as a file where the browser or the system keeps downloads. */
export function saveText(fileName: string, text: string | Blob[], mediaType: string): void {
  const address = URL.createObjectURL(
    new Blob(typeof text === 'string' ? [text] : text, { type: mediaType }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has taken the blob up by the next turn; a click alone does not wait for it.
  setTimeout(() => URL.revokeObjectURL(address));
}
