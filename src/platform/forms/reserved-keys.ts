/** Keys a field may not have: words of the condition language, and names that mean something else in a form's conditions or in the posted body (web/components/command-form). */

export const RESERVED_KEYS: ReadonlySet<string> = new Set(
  (
    'as break const continue else false for function if import in let loop namespace null package return true var void while ' +
    'context cel int uint double bool string bytes list map type optional ' +
    'command_id version csrf'
  ).split(' '),
);
