/** Heading level: where a component's heading stands in the outline of its page. */
export type HeadingLevel = 1 | 2 | 3;
