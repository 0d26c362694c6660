/** planted: house kebab-case */
export const camel = 1;
