/** planted: oxlint no-floating-promises */
async function send(): Promise<void> {}

export function forget(): void {
  send();
}
