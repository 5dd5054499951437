// Runs before the first paint, so that a dark desk is never lit for a moment.
(() => {
  const stored = localStorage.getItem('kycuong.color-scheme');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = stored === 'light' || stored === 'dark' ? stored : dark ? 'dark' : 'light';
  document.documentElement.dataset.theme = scheme;
})();
