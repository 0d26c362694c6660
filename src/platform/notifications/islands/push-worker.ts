/** The service worker of web push: shows that something is new, and opens the inbox. It keeps nothing and answers no request of a page. */
interface PushEvent extends Event {
  readonly data: { json(): unknown } | null;
  waitUntil(work: Promise<unknown>): void;
}
interface NotificationClick extends Event {
  readonly notification: Notification;
  waitUntil(work: Promise<unknown>): void;
}
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { openWindow(url: string): Promise<unknown> };
  addEventListener(type: 'push', listen: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listen: (event: NotificationClick) => void): void;
}

const worker = self as unknown as Worker;

worker.addEventListener('push', (event) => {
  const { title = '', body = '', url = '/' } = (event.data?.json() ?? {}) as Partial<Record<string, string>>;
  // The same tag: ten of them are one on the screen.
  event.waitUntil(worker.registration.showNotification(title, { body, tag: 'thong-bao', data: url }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(worker.clients.openWindow(new URL(String(event.notification.data), location.origin).pathname));
});
