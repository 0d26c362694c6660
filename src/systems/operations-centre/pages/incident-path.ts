/** Where the page of an incident is. */
export const INCIDENTS = '/can-bo/trung-tam/su-co';

export const incidentPath = ({ code }: { readonly code: string }): string => `${INCIDENTS}/${code}`;
