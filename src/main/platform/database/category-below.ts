/**
 * A query for the ids of a category and all categories below it.
 * @param categoryId the parameter or column with its id
 */
export const categoryAndBelow = (categoryId = '@categoryId'): string => `WITH RECURSIVE below(id) AS (
  SELECT CAST(${categoryId} AS INTEGER)
  UNION SELECT c.id FROM category c JOIN below ON c.parent_id = below.id)
  SELECT id FROM below`;
