/** Types of unused-properties.mjs. */
export function dropUnusedProperties(css: string): string;
