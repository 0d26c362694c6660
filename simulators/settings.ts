/** Settings of a simulator: environment variables, or `NAME=value` on the command line, which wins. */

/** The named settings; `defaults` are used when one is absent or empty. Ends the program with one sentence when a required one is missing. */
export function readSettings<R extends string, D extends string>(
  program: string,
  required: readonly R[],
  defaults: Readonly<Record<D, string>>,
): Readonly<Record<R | D, string>> {
  const given = new Map(Object.entries(process.env));
  for (const argument of process.argv.slice(2)) {
    const equals = argument.indexOf('=');
    if (equals < 1) endWith(program, `không hiểu tham số "${argument}", cần TÊN=giá trị (arguments are NAME=value).`);
    given.set(argument.slice(0, equals), argument.slice(equals + 1));
  }
  const missing = required.filter((name) => !given.get(name));
  if (missing.length > 0) endWith(program, `thiếu thiết lập ${missing.join(', ')} (missing settings).`);
  const names = [...required, ...(Object.keys(defaults) as D[])];
  return Object.fromEntries(names.map((name) => [name, given.get(name) || defaults[name as D]])) as Record<
    R | D,
    string
  >;
}

/** One sentence on the error output, exit code 2. */
export function endWith(program: string, sentence: string): never {
  process.stderr.write(`${program}: ${sentence}\n`);
  process.exit(2);
}
