import { type ImportChoices, type ProductImport, UPLOAD_PART_BYTES } from '#shared/contract/imports';
import type { ContractClient } from '#shared/contract/index';
import type { Job } from '#shared/contract/jobs';

/** Uploads a file as a window does and returns its id. */
export async function upload(client: ContractClient, file: string | Buffer, fileName = 'goods.csv') {
  const bytes = Buffer.from(file);
  const { fileId } = await client.imports.startUpload({ fileName, sizeBytes: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += UPLOAD_PART_BYTES) {
    const part = new File([bytes.subarray(offset, offset + UPLOAD_PART_BYTES)], fileName);
    await client.imports.upload({ fileId, offset, part });
  }
  return fileId;
}

/** Uploads and examines a file; returns the suggested choices with the given ones applied. */
export async function looked(
  client: ContractClient,
  file: string | Buffer,
  chosen: Partial<ImportChoices> = {},
) {
  const { fileId, choices, ...examined } = await client.imports.examine({
    fileId: await upload(client, file),
  });
  return { ...examined, fileId, choices: { ...choices, ...chosen } };
}

/** Waits until a job has ended. */
export async function ended(client: ContractClient, jobId: number): Promise<Job> {
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId);
    if (!job) throw new Error(`There is no job ${jobId}.`);
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Imports a file to its end and returns the result. */
export async function imported(
  client: ContractClient,
  file: string | Buffer,
  chosen: Partial<ImportChoices> = {},
): Promise<ProductImport> {
  const { fileId, choices } = await looked(client, file, chosen);
  const { importId, jobId } = await client.imports.start({ fileId, choices });
  await ended(client, jobId);
  const found = (await client.imports.list()).find(({ id }) => id === importId);
  if (!found) throw new Error(`There is no import ${importId}.`);
  return found;
}
