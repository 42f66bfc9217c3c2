import type { Inputs } from '#shared/contract/index';
import type { Person } from '../person';
import type { Shop } from '../shop';
import { type Action, EVERYONE, MANAGERS, someDay, someProduct } from './action';

type Assignee = Inputs['tasks']['create']['assignee'];

function someAssignee({ random }: Person, { staff }: Shop): Assignee {
  const account = random.maybeOneOf(staff);
  return account && random.chance(0.5)
    ? { accountId: account.id }
    : { role: random.oneOf(['cashier', 'storekeeper', 'manager']) };
}

async function someTask(person: Person, states: ('open' | 'done' | 'cancelled')[]) {
  return person.random.maybeOneOf((await person.read('tasks', 'list', { states, limit: 20 })).rows);
}

/** Tasks that managers assign, and their completion. */
export const taskActions: readonly Action[] = [
  {
    name: 'create a task',
    weight: 2,
    roles: MANAGERS,
    act(person, shop) {
      const { random } = person;
      const assignee = someAssignee(person, shop);
      return person.change('tasks', 'create', (mark) => ({
        kind: random.oneOf(['count', 'restock', 'check expiry', 'other']),
        text: mark,
        assignee,
        dueOn: random.chance(0.5) ? someDay(person) : null,
        productId: someProduct(person, shop).id,
        locationId: shop.sellingLocation,
        fromLocationId: random.maybeOneOf(shop.locations)?.id ?? null,
      }));
    },
  },
  {
    name: 'change a task',
    weight: 1,
    roles: MANAGERS,
    async act(person, shop) {
      const task = await someTask(person, ['open']);
      if (!task) return;
      const { id, version } = task;
      const assignee = someAssignee(person, shop);
      if (person.random.chance(0.7))
        await person.change('tasks', 'change', () => ({ id, version, assignee, dueOn: someDay(person) }));
      else await person.change('tasks', 'cancel', (mark) => ({ id, version, remark: mark }));
    },
  },
  {
    name: 'do a task',
    weight: 2,
    roles: EVERYONE,
    async act(person) {
      const task = await someTask(person, ['open', 'done']);
      if (!task) return;
      const { id, version, state } = task;
      if (person.random.chance(0.3)) await person.change('tasks', 'see', () => ({ ids: [id] }));
      else if (state === 'open')
        await person.change('tasks', 'done', (mark) => ({ id, version, remark: mark }));
      else await person.change('tasks', 'undo', () => ({ id, version }));
    },
  },
];
