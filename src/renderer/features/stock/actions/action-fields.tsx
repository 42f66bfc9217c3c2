import type { Location } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { EntryFields } from './entry-fields';
import { IssueFields } from './issue-fields';
import { LocationFields } from './location-fields';
import { MoveFields } from './move-fields';
import { ReturnFields } from './return-fields';
import {
  type ActionChoices,
  type ActionDraft,
  type FieldErrors,
  locationsWithoutStock,
  type StockAction,
} from './stock-action';

interface ActionFieldsProps {
  action: StockAction;
  choices: ActionChoices;
  unit: UnitOfMeasure;
  quantityMilli: number | null;
  draft: ActionDraft;
  errors: FieldErrors;
  /** The proposed location, if it has stock of the product already. */
  alreadyStocked: Location | undefined;
  onChange: (changes: Partial<ActionDraft>) => void;
}

/** The fields of an action besides the quantity. */
export function ActionFields(props: ActionFieldsProps) {
  const { action, choices, quantityMilli, alreadyStocked, ...fields } = props;
  const { entries, places, outstanding } = choices;
  switch (action) {
    case 'adjust':
    case 'waste':
      return <EntryFields action={action} entries={entries} {...fields} />;
    case 'receive':
      return <LocationFields action={action} places={places} quantityMilli={quantityMilli} {...fields} />;
    case 'opening':
      return (
        <LocationFields
          action={action}
          places={locationsWithoutStock(choices)}
          quantityMilli={quantityMilli}
          alreadyStocked={alreadyStocked}
          {...fields}
        />
      );
    case 'transfer':
      return <MoveFields entries={entries} places={places} {...fields} />;
    case 'issue':
      return <IssueFields entries={entries} {...fields} />;
    case 'return':
      return <ReturnFields outstanding={outstanding} places={places} {...fields} />;
  }
}
