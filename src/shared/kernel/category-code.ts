/** The maximum length of a code that is derived from a category's name. */
export const LONGEST_CATEGORY_CODE = 40;

/** The words of a category's name as a code, not shortened: "Fruit & Nuts" becomes fruit-nuts. */
export function categoryCodeStem(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? ['category']).join('-');
}

/** Whether a code is the one derived from the name, so that it says nothing more than the name. */
export function isCodeOfName(code: string, name: string): boolean {
  return code === categoryCodeStem(name).slice(0, LONGEST_CATEGORY_CODE);
}
