/** A PDF as an answer to a window. */
export function pdfFile(bytes: Uint8Array<ArrayBuffer>, fileName: string): File {
  return new File([bytes], fileName, { type: 'application/pdf' });
}
