import { rpc } from '#renderer/lib/rpc';
import { type ExaminedFile, UPLOAD_PART_BYTES } from '#shared/contract/imports';

/**
 * Uploads a file part by part and has it examined.
 * @param onPart called with the uploaded share, between 0 and 1
 */
export async function uploadFile(file: File, onPart: (share: number) => void): Promise<ExaminedFile> {
  const { fileId } = await rpc.imports.startUpload({ fileName: file.name, sizeBytes: file.size });
  for (let offset = 0; offset < file.size; offset += UPLOAD_PART_BYTES) {
    const part = new File([file.slice(offset, offset + UPLOAD_PART_BYTES)], file.name);
    await rpc.imports.upload({ fileId, offset, part });
    onPart(Math.min(1, (offset + part.size) / file.size));
  }
  return rpc.imports.examine({ fileId });
}
