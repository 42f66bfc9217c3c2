/** Saves a PDF under its name in the download folder of the browser or the system. */
export function savePdf(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The click does not wait for the download, which has taken over the file by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address));
}
