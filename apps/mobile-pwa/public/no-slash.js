// Sends `/field` to `/field/`, where the app's own worker answers without a network.
addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.mode === 'navigate' && pathname === '/field')
    event.respondWith(Response.redirect('/field/'));
});
