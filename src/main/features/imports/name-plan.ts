/** A category with its position in the tree. */
interface Node {
  id: number;
  parentId: number | null;
  name: string;
}

/** The form in which the database compares SKUs and names: A to Z without case. */
export function caseless(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Finds categories by the path that a file gives, and plans the missing ones. */
export class CategoryPlan {
  readonly #make: (category: Omit<Node, 'id'>) => number;
  readonly #byPlace = new Map<string, number>();
  readonly #byName = new Map<string, number[]>();

  /** @param make prepares a category to create, and returns the id it will have */
  constructor(present: readonly Node[], make: (category: Omit<Node, 'id'>) => number) {
    this.#make = make;
    for (const node of present) this.#note(node);
  }

  /**
   * The category of a path: a single name may be anywhere in the tree; several names start at a root.
   * @returns its id, null if there is none, or 'several' for a name that occurs more than once
   */
  find(path: readonly string[]): number | null | 'several' {
    const [only = ''] = path;
    if (path.length === 1 && !this.#byPlace.has(placeOf(null, only))) {
      const named = this.#byName.get(caseless(only)) ?? [];
      return named.length > 1 ? 'several' : (named[0] ?? null);
    }
    let parentId: number | null = null;
    for (const name of path) {
      const found: number | undefined = this.#byPlace.get(placeOf(parentId, name));
      if (found === undefined) return null;
      parentId = found;
    }
    return parentId;
  }

  /** Plans the missing categories of a path; returns the id of the last one. */
  make(path: readonly string[]): number | null {
    let parentId: number | null = null;
    for (const name of path) {
      const found: number | undefined = this.#byPlace.get(placeOf(parentId, name));
      const id: number = found ?? this.#make({ parentId, name });
      if (found === undefined) this.#note({ id, parentId, name });
      parentId = id;
    }
    return parentId;
  }

  #note({ id, parentId, name }: Node): void {
    this.#byPlace.set(placeOf(parentId, name), id);
    const key = caseless(name);
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), id]);
  }
}

/** Finds suppliers by name, and plans the missing ones. */
export class SupplierPlan {
  readonly #present: ReadonlyMap<string, number>;
  readonly #make: (name: string, knownId: number | null) => number;
  readonly #used = new Map<string, number>();

  /** @param make prepares a supplier to create or restore, and returns its id */
  constructor(
    present: readonly { id: number; name: string }[],
    make: (name: string, knownId: number | null) => number,
  ) {
    this.#present = new Map(present.map(({ id, name }) => [caseless(name), id]));
    this.#make = make;
  }

  /** The id that the supplier with this name has or will have. */
  idOf(name: string): number {
    const key = caseless(name);
    const used = this.#used.get(key) ?? this.#make(name, this.#present.get(key) ?? null);
    this.#used.set(key, used);
    return used;
  }
}

function placeOf(parentId: number | null, name: string): string {
  return `${parentId ?? 0}/${caseless(name)}`;
}
