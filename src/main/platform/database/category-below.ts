/**
 * The ids of a category and of all below it, as a query.
 * @param categoryId the parameter or column that names it
 */
export const categoryAndBelow = (categoryId = '@categoryId'): string => `WITH RECURSIVE below(id) AS (
  SELECT CAST(${categoryId} AS INTEGER)
  UNION SELECT c.id FROM category c JOIN below ON c.parent_id = below.id)
  SELECT id FROM below`;
