import { createContext, useContext } from 'react';
import type { SectionName } from './sections';
import type { SettingsDraft } from './settings-draft';

/** The settings in work, and how a section of them is saved. */
export interface SettingsDesk {
  draft: SettingsDraft;
  save: (section: SectionName) => Promise<void>;
  saving: SectionName | null;
  /** What saving a section failed with. */
  errors: ReadonlyMap<SectionName, Error>;
  /** The sections whose last change is saved. */
  saved: ReadonlySet<SectionName>;
}

export const SettingsContext = createContext<SettingsDesk | null>(null);

/** The settings in work; only within the settings page. */
export function useSettingsDesk(): SettingsDesk {
  const desk = useContext(SettingsContext);
  if (desk === null) throw new Error('There are no settings outside their page.');
  return desk;
}
