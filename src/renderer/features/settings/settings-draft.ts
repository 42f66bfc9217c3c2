import { useCallback, useMemo, useState } from 'react';
import type { Settings } from '#shared/contract/settings';
import { problemOf } from './problems';
import { type SectionName, sectionFields } from './sections';

/** The settings being edited: the saved values overlaid with the unsaved changes. */
export interface SettingsDraft {
  values: Settings;
  set: <Field extends keyof Settings>(field: Field, value: Settings[Field]) => void;
  /** Marks the text of a field as unreadable, so that its section cannot be saved. */
  setUnreadable: (field: keyof Settings, unreadable: boolean) => void;
  unreadable: ReadonlySet<keyof Settings>;
  isDirty: (section: SectionName) => boolean;
  /** How many fields of a section have a value that cannot be saved. */
  wrongFields: (section: SectionName) => number;
  /** Whether all values of a section can be saved. */
  isSound: (section: SectionName) => boolean;
  dirtySections: readonly SectionName[];
  /** The unsaved changes of a section. */
  changesOf: (section: SectionName) => Partial<Settings>;
  /** Drops the changes of a section, because they are saved or discarded. */
  forget: (section: SectionName) => void;
}

/** Holds the unsaved changes of the settings; fields without changes show what other people save. */
export function useSettingsDraft(saved: Settings): SettingsDraft {
  const [changes, setChanges] = useState<Partial<Settings>>({});
  const [unreadable, setUnreadableFields] = useState<ReadonlySet<keyof Settings>>(new Set());

  const set = useCallback<SettingsDraft['set']>(
    (field, value) => setChanges((before) => changed(before, saved, { [field]: value })),
    [saved],
  );
  const setUnreadable = useCallback((field: keyof Settings, is: boolean) => {
    setUnreadableFields((before) => {
      if (before.has(field) === is) return before;
      return new Set(is ? [...before, field] : [...before].filter((other) => other !== field));
    });
  }, []);
  const forget = useCallback((section: SectionName) => {
    const fields = sectionFields[section];
    setChanges((before) => without(before, fields));
    setUnreadableFields((before) => new Set([...before].filter((field) => !fields.includes(field))));
  }, []);

  return useMemo(() => {
    const values = { ...saved, ...changes };
    const isDirty = (section: SectionName) =>
      sectionFields[section].some((field) => field in changes || unreadable.has(field));
    const wrongFields = (section: SectionName) =>
      sectionFields[section].filter((field) => unreadable.has(field) || problemOf(values, field) !== null)
        .length;
    return {
      values,
      set,
      setUnreadable,
      unreadable,
      isDirty,
      wrongFields,
      isSound: (section) => wrongFields(section) === 0,
      dirtySections: (Object.keys(sectionFields) as SectionName[]).filter(isDirty),
      changesOf: (section) => only(changes, sectionFields[section]),
      forget,
    };
  }, [saved, changes, unreadable, set, setUnreadable, forget]);
}

/** Adds a change; fields equal to their saved value are dropped. */
function changed(before: Partial<Settings>, saved: Settings, change: Partial<Settings>): Partial<Settings> {
  const all = Object.entries({ ...before, ...change });
  return Object.fromEntries(
    all.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(saved[field as keyof Settings])),
  );
}

function only(changes: Partial<Settings>, fields: readonly string[]): Partial<Settings> {
  return Object.fromEntries(Object.entries(changes).filter(([field]) => fields.includes(field)));
}

function without(changes: Partial<Settings>, fields: readonly string[]): Partial<Settings> {
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !fields.includes(field)));
}
