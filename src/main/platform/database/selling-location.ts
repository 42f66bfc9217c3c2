/** For a statement with `location` aliased as `l`: 1 if any till sells from it, else 0. */
export const IS_SELLING_LOCATION = 'EXISTS (SELECT 1 FROM till WHERE till.location_id = l.id)';

/** For a statement with the parameter `@tillId`: the id of the location that this till sells from. */
export const SELLING_LOCATION_OF_TILL = '(SELECT location_id FROM till WHERE id = @tillId)';
