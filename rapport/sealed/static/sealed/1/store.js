// A small shelf in this browser (IndexedDB): tab keys, sealed drafts, and what was seen before.

const SHELVES = ["keys", "drafts", "pins", "events"];
let opened;

export const take = (shelf, name) => work(shelf, "readonly", (store) => store.get(name));
export const keep = (shelf, name, value) =>
  work(shelf, "readwrite", (store) => store.put(value, name));
export const drop = (shelf, name) => work(shelf, "readwrite", (store) => store.delete(name));
export const namesOn = (shelf) => work(shelf, "readonly", (store) => store.getAllKeys());

async function work(shelf, mode, act) {
  const database = await open();
  const request = act(database.transaction(shelf, mode).objectStore(shelf));
  return settled(request);
}

function open() {
  opened ??= settled(prepared(indexedDB.open("sealed", 2)));
  return opened;
}

function prepared(request) {
  request.onupgradeneeded = () => {
    const { objectStoreNames: there } = request.result;
    for (const shelf of SHELVES) if (!there.contains(shelf)) request.result.createObjectStore(shelf);
  };
  return request;
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
