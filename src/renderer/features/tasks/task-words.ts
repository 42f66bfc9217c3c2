import type { TFunction } from 'i18next';
import type { Task } from '#shared/contract/tasks';

type Say = TFunction<readonly ['tasks', 'common']>;

/** A task in one line: "Count: Drinks at Storeroom". */
export function taskInWords(t: Say, task: Task): string {
  const { kind, text } = task;
  const about = aboutInWords(t, task);
  if (kind === 'other') return [text, about].filter((part) => part !== '').join(' · ');
  return about === '' ? t(`tasks:kinds.${kind}`) : `${t(`tasks:kinds.${kind}`)}: ${about}`;
}

/** The assignee: a person's name, or the role. */
export function whoseInWords(t: Say, { person, role }: Pick<Task, 'person' | 'role'>): string {
  if (person) return person.name;
  return role ? t(`common:roles.${role}`) : '';
}

function aboutInWords(t: Say, { kind, product, category, location, fromLocation }: Task): string {
  const goods = product?.name ?? category?.name;
  if (!location) return goods ?? '';
  const what = goods ?? t('tasks:says.all');
  const place = location.name;
  if (kind !== 'restock') return goods ? t('tasks:says.at', { what, place }) : place;
  return fromLocation
    ? t('tasks:says.fromTo', { what, from: fromLocation.name, place })
    : t('tasks:says.to', { what, place });
}
