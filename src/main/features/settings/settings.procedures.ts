import type { Procedures } from '#main/platform/rpc/procedures';
import type { SettingsServices } from './settings-services';

/** The calls of `settings`. */
export function settingsProcedures(
  { settings: calls }: Procedures,
  { settings, salesMade, settingsChanges }: SettingsServices,
) {
  return {
    get: calls.get.handler(({ context: { reader } }) => ({
      ...settings.current,
      currencyLocked: salesMade.on(reader).any(),
    })),
    change: calls.change.handler(({ context: { ctx, tx }, input }) =>
      settingsChanges.in(tx).change(ctx, input),
    ),
  };
}
