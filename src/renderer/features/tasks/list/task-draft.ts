import type { PickedProduct } from '#renderer/parts/product-picker';
import type { Inputs } from '#shared/contract/index';
import type { Task, TaskKind } from '#shared/contract/tasks';

type NewTask = Inputs['tasks']['create'];

/** A task as a dialog fills it in. */
export interface TaskDraft {
  kind: TaskKind;
  text: string;
  assignee: NewTask['assignee'];
  dueOn: string | null;
  product: PickedProduct | null;
  categoryId: number | null;
  locationId: number | null;
  fromLocationId: number | null;
}

/** A task that is there, or an empty one for the storeroom. */
export function draftOf(task: Task | undefined): TaskDraft {
  return {
    kind: task?.kind ?? 'count',
    text: task?.text ?? '',
    assignee: task?.person ? { accountId: task.person.id } : { role: task?.role ?? 'storekeeper' },
    dueOn: task?.dueOn ?? null,
    product: task?.product ?? null,
    categoryId: task?.category?.id ?? null,
    locationId: task?.location?.id ?? null,
    fromLocationId: task?.fromLocation?.id ?? null,
  };
}

/** What a call takes: only what the kind of task speaks of. */
export function inputOf({ product, ...draft }: TaskDraft): Required<NewTask> {
  const { kind, categoryId, locationId, fromLocationId } = draft;
  const speaks = goodsOf(kind);
  return {
    ...draft,
    productId: speaks.product ? (product?.id ?? null) : null,
    categoryId: speaks.category ? categoryId : null,
    locationId: speaks.location ? locationId : null,
    fromLocationId: speaks.from ? fromLocationId : null,
  };
}

/** What a kind of task can speak of. */
export function goodsOf(kind: TaskKind) {
  return {
    product: kind === 'restock' || kind === 'check expiry',
    category: kind === 'count' || kind === 'check expiry',
    location: kind !== 'other',
    from: kind === 'restock',
  };
}
