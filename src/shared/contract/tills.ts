import { z } from 'zod';
import { call } from './base';
import { id, words } from './common';

export const tills = {
  /** The tills of the store, with the location each sells from and its drawer. */
  list: call.output(
    z.array(
      z.object({
        id,
        code: z.string(),
        name: z.string(),
        locationName: z.string(),
        drawerName: z.string(),
      }),
    ),
  ),

  /** Renames a till; its code, which is part of its numbers, stays. */
  rename: call
    .input(z.object({ id, name: words(60) }))
    .output(z.object({ id, code: z.string(), name: z.string() })),
};
