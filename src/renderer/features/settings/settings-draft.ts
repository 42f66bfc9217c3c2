import { useCallback, useMemo, useState } from 'react';
import type { Settings } from '#shared/contract/settings';
import { problemOf } from './problems';
import { type SectionName, sectionFields } from './sections';

/** The settings as they are being changed: what is saved, and over it what is not yet. */
export interface SettingsDraft {
  values: Settings;
  set: <Field extends keyof Settings>(field: Field, value: Settings[Field]) => void;
  /** Says that what was typed in a field cannot be read, so that the section cannot be saved. */
  setUnreadable: (field: keyof Settings, unreadable: boolean) => void;
  unreadable: ReadonlySet<keyof Settings>;
  isDirty: (section: SectionName) => boolean;
  /** Whether all that a section holds can be saved. */
  isSound: (section: SectionName) => boolean;
  dirtySections: readonly SectionName[];
  /** What is changed in a section. */
  changesOf: (section: SectionName) => Partial<Settings>;
  /** Drops what is changed in a section: saved meanwhile, or not wanted. */
  forget: (section: SectionName) => void;
}

/** Keeps the changes of the settings that are not saved; what others save shows where nothing was changed. */
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
    return {
      values,
      set,
      setUnreadable,
      unreadable,
      isDirty,
      isSound: (section) =>
        sectionFields[section].every((field) => !unreadable.has(field) && problemOf(values, field) === null),
      dirtySections: (Object.keys(sectionFields) as SectionName[]).filter(isDirty),
      changesOf: (section) => only(changes, sectionFields[section]),
      forget,
    };
  }, [saved, changes, unreadable, set, setUnreadable, forget]);
}

/** What is as it is saved is no change. */
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
