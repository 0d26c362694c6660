/** The button that has this browser told: asks the person, subscribes at the browser's push service, and posts what it got as a plain form. */
const begin = document.getElementById('push-begin');
const form = begin?.querySelector('form');

if (begin && form && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
  begin.hidden = false;
  show('push-cannot', false);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void subscribe(form, begin.dataset.key ?? '', begin.dataset.worker ?? '');
  });
}

async function subscribe(into: HTMLFormElement, key: string, worker: string): Promise<void> {
  const permission = await Notification.requestPermission();
  show('push-denied', permission !== 'granted');
  show('push-failed', false);
  if (permission !== 'granted') return;
  try {
    await navigator.serviceWorker.register(worker);
    const registration = await navigator.serviceWorker.getRegistration(worker);
    if (!registration) throw new Error('no registration');
    await activated(registration);
    // One made with older keys would be refused.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    const { endpoint, keys } = (
      await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) })
    ).toJSON();
    for (const [name, value] of Object.entries({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth })) {
      const field = into.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value ?? '';
    }
    into.submit();
  } catch {
    show('push-failed', true);
  }
}

/** A worker subscribes only once it is active; pages outside its scope are never told by `ready`. */
async function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (active || !worker) return;
  await new Promise<void>((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
    });
  });
}

function show(id: string, shown: boolean): void {
  const element = document.getElementById(id);
  if (element) element.hidden = !shown;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
