/** Where inside its part a fault stands, for who reads definitions; nothing where the part alone says it. */
export const FaultPlace = ({ at }: { at: string }) => (at.includes('.') ? <span class="vc-quiet">({at})</span> : null);
