/* Shows a pushed sentence, and opens its page. It caches nothing and sees no page. */
self.addEventListener("push", (event) => {
  const news = event.data?.json() ?? {};
  if (!news.title) return;
  event.waitUntil(self.registration.showNotification(news.title, { data: { url: news.url } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data?.url ?? "/", self.location.origin);
  if (url.origin === self.location.origin) event.waitUntil(self.clients.openWindow(url.href));
});
