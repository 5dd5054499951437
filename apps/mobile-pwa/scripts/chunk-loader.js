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
  const fetched = (name) => {
    if (chunks.has(name)) return undefined;
    const fetching =
      coming.get(name) ??
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = place + name;
        script.onload = resolve;
        script.onerror = () => {
          coming.delete(name);
          script.remove();
          reject(new Error(`could not be fetched: ${name}`));
        };
        document.head.append(script);
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
