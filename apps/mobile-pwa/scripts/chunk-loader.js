(() => {
  const chunks = new Map();
  const coming = new Map();
  const place = document.currentScript.src.replace(/[^/]+$/, '');
  const need = (path) => {
    const chunk = chunks.get(path.slice(2));
    if (chunk.exports !== undefined) return chunk.exports;
    chunk.exports = {};
    try {
      chunk.run(need, chunk.exports, chunk);
    } catch (error) {
      chunk.exports = undefined;
      throw error;
    }
    return chunk.exports;
  };
  const added = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = place + name;
      script.onload = script.onerror = () => {
        // Whatever came loads; only a script of ours tells its name.
        if (chunks.has(name)) return resolve();
        script.remove();
        reject(new Error(`could not be fetched: ${name}`));
      };
      document.head.append(script);
    });
  // Once more, past the browser's cache; the worker, where there is one, puts its own right.
  const mended = (name) =>
    fetch(place + name, { cache: 'reload', headers: { 'x-mend': '1' } }).then(() => added(name));
  const fetched = (name) => {
    if (chunks.has(name)) return undefined;
    const fetching =
      coming.get(name) ??
      added(name)
        .catch(() => mended(name))
        .catch((error) => {
          coming.delete(name);
          throw error;
        });
    coming.set(name, fetching);
    return fetching;
  };
  globalThis.kycuong = {
    chunk: (name, run) => chunks.set(name, { run }),
    load: (...names) => Promise.all(names.map(fetched)).then(() => need(`./${names[0]}`)),
    start: (name) => need(`./${name}`),
  };
})();
