import { rpc } from '#renderer/lib/rpc';
import { type ExaminedFile, UPLOAD_PART_BYTES } from '#shared/contract/imports';

/**
 * Uploads a file part by part and has it examined.
 * @param onPart called with the uploaded share, between 0 and 1
 */
export async function uploadFile(file: File, onPart: (share: number) => void): Promise<ExaminedFile> {
  const { fileId } = await rpc.imports.startUpload({ fileName: file.name, sizeBytes: file.size });
  for (let offset = 0; offset < file.size; offset += UPLOAD_PART_BYTES) {
    const part = file.slice(offset, offset + UPLOAD_PART_BYTES);
    await rpc.imports.upload({ fileId, offset, base64: await base64Of(part) });
    onPart(Math.min(1, (offset + part.size) / file.size));
  }
  return rpc.imports.examine({ fileId });
}

function base64Of(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(part);
  });
}
