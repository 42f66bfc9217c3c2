import { z } from 'zod';
import { call } from './base';
import { id, optionalText, version } from './common';
import {
  changeRefusals,
  documentCalls,
  documentHead,
  documentLine,
  locationName,
  newLines,
  postRefusals,
} from './documents';
import { movementRefusals, refuses } from './refusals';

/** A transfer without its lines, as a list shows it. */
const transferHead = documentHead.extend({ from: locationName, to: locationName });
export type TransferHead = z.infer<typeof transferHead>;

const transfer = transferHead.extend({ lines: z.array(documentLine) });
export type Transfer = z.infer<typeof transfer>;

const locationRefusals = refuses('TRANSFER_SAME_LOCATION', 'LOCATION_CLOSED');
const moveRefusals = {
  ...movementRefusals,
  ...locationRefusals,
  ...refuses('DOCUMENT_SHORT', 'QUANTITY_TOO_FINE'),
};

export const transfers = {
  ...documentCalls(transferHead, documentLine),

  /** A transfer with all its lines, whatever its state. */
  get: call.input(z.object({ id })).output(transfer),

  /** Creates a draft between two locations. It moves nothing until it is posted. */
  start: call
    .input(z.object({ fromLocationId: id, toLocationId: id }))
    .errors(locationRefusals)
    .output(transferHead),

  /** Changes the locations or the note of a draft, unless it was changed since `version`. */
  change: call
    .input(
      z.object({
        id,
        version,
        fromLocationId: id.optional(),
        toLocationId: id.optional(),
        note: optionalText(500).optional(),
      }),
    )
    .errors({ ...locationRefusals, ...changeRefusals })
    .output(transferHead),

  /** Gives a draft its number and moves all of it or nothing, unless the draft was changed since `version`. */
  post: call
    .input(z.object({ id, version }))
    .errors({ ...moveRefusals, ...postRefusals })
    .output(transferHead),

  /** Creates a transfer and posts it in one step: all of it moves or nothing. */
  postNow: call
    .input(
      z.object({
        fromLocationId: id,
        toLocationId: id,
        note: optionalText(500).default(''),
        lines: newLines,
      }),
    )
    .errors(moveRefusals)
    .output(transferHead),
};
