import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc, rpc } from '#renderer/lib/rpc';
import type { SectionName } from './sections';
import type { SettingsDesk } from './settings-context';
import type { SettingsDraft } from './settings-draft';

/** Saves the settings one section at a time, and keeps the error of each section until it is saved. */
export function useSaveSettings(draft: SettingsDraft): Omit<SettingsDesk, 'currencyLocked'> {
  const queries = useQueryClient();
  const [saving, setSaving] = useState<SectionName | null>(null);
  const [errors, setErrors] = useState<ReadonlyMap<SectionName, Error>>(new Map());
  const [saved, setSaved] = useState<ReadonlySet<SectionName>>(new Set());

  const save = async (section: SectionName): Promise<void> => {
    if (!(draft.isDirty(section) && draft.isSound(section))) return;
    setSaving(section);
    try {
      const settings = await rpc.settings.change(draft.changesOf(section));
      queries.setQueryData(orpc.settings.get.queryKey(), settings);
      draft.forget(section);
      setErrors((before) => new Map([...before].filter(([other]) => other !== section)));
      setSaved((before) => new Set([...before, section]));
      await queries.invalidateQueries({ queryKey: orpc.stores.status.key() });
    } catch (error) {
      setErrors((before) => new Map([...before, [section, error as Error]]));
    } finally {
      setSaving(null);
    }
  };
  return { draft, save, saving, errors, saved };
}
