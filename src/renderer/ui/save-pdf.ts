/** Saves a PDF that came as base64 where the browser or the system keeps downloads. */
export function savePdf({ fileName, base64 }: { fileName: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has taken the blob up by the next turn; a click alone does not wait for it.
  setTimeout(() => URL.revokeObjectURL(address));
}
