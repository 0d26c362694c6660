// planted: house opening-sentence
export const silent = 1;
