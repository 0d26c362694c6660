/** planted: house time-is-an-argument time-is-an-argument */
export const late = (sql: (text: TemplateStringsArray) => string, now: () => number): string[] => [
  sql`select 1 where due < now()`,
  sql`select current_date`,
  String(now()),
];
