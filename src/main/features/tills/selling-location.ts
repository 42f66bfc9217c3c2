/** For a statement that names `location` as `l`: 1 while some till sells from it, else 0. */
export const IS_SELLING_LOCATION = 'EXISTS (SELECT 1 FROM till WHERE till.location_id = l.id)';

/** For a statement that is given `@tillId`: the id of the location from which that till sells. */
export const SELLING_LOCATION_OF_TILL = '(SELECT location_id FROM till WHERE id = @tillId)';
