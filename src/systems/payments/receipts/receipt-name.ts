/** Receipt name: series and number as a receipt of a fee is quoted. */
export const receiptName = ({ series, number }: { readonly series: string; readonly number: number }): string =>
  `${series} ${String(number).padStart(7, '0')}`;
