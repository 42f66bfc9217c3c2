import type { PickedProduct } from '#renderer/parts/product-picker';
import type { Inputs } from '#shared/contract/index';
import type { Task, TaskKind } from '#shared/contract/tasks';

type NewTask = Inputs['tasks']['create'];

/** The form values of a task. */
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

/** The draft of an existing task, or a new one assigned to storekeepers. */
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

/** The draft as call input, with only the fields that the kind of task uses. */
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

/** The fields that a kind of task uses. */
export function goodsOf(kind: TaskKind) {
  return {
    product: kind === 'restock' || kind === 'check expiry',
    category: kind === 'count' || kind === 'check expiry',
    location: kind !== 'other',
    from: kind === 'restock',
  };
}
