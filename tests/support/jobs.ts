import { expect } from 'vitest';
import type { ContractClient } from '#shared/contract/index';
import type { Job } from '#shared/contract/jobs';

/** A person's job once it has ended. */
export async function ended(client: ContractClient, id: number): Promise<Job> {
  const find = async () => (await client.jobs.list()).find((job) => job.id === id);
  await expect.poll(async () => (await find())?.state, { timeout: 20_000 }).not.toBe('running');
  const job = await find();
  if (!job) throw new Error(`There is no job ${id}`);
  return job;
}

/** The whole file that a job produced. */
export async function fileOf(
  client: ContractClient,
  id: number,
): Promise<{ fileName: string; text: string }> {
  let text = '';
  let fileName = '';
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: Awaited<ReturnType<ContractClient['jobs']['file']>> = await client.jobs.file({ id, offset });
    text += piece.text;
    fileName = piece.fileName;
    offset = piece.nextOffset;
  }
  return { fileName, text };
}
