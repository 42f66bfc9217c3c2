import { createContext, useContext } from 'react';
import type { SectionName } from './sections';
import type { SettingsDraft } from './settings-draft';

/** The settings being edited, and the function that saves a section of them. */
export interface SettingsDesk {
  draft: SettingsDraft;
  /** Whether sales have been made in the currency, so that it stays as it is. */
  currencyLocked: boolean;
  save: (section: SectionName) => Promise<void>;
  saving: SectionName | null;
  /** The errors of the last attempt to save each section. */
  errors: ReadonlyMap<SectionName, Error>;
  /** The sections whose last change is saved. */
  saved: ReadonlySet<SectionName>;
}

export const SettingsContext = createContext<SettingsDesk | null>(null);

/** The settings being edited. Use only within the settings page. */
export function useSettingsDesk(): SettingsDesk {
  const desk = useContext(SettingsContext);
  if (desk === null) throw new Error('There are no settings outside their page.');
  return desk;
}
