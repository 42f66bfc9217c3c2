const addresses = new WeakMap<Blob, string>();
const dropped = new FinalizationRegistry<string>((address) => URL.revokeObjectURL(address));

/** An address for showing a file in this window; it is valid as long as the file is kept. */
export function addressOf(file: Blob): string {
  const known = addresses.get(file);
  if (known !== undefined) return known;
  const address = URL.createObjectURL(file);
  addresses.set(file, address);
  dropped.register(file, address);
  return address;
}
