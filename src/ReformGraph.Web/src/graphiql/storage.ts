const kept = /^graphiql:(tabState|theme)$/;

/**
 * Keeps the open tabs and the theme in the browser, and everything else in memory: the history of GraphiQL would keep the headers of
 * requests, and with them a key.
 */
export const storage = (): Storage => {
    const memory = new Map<string, string>();
    return {
        get length() {
            return memory.size;
        },
        key: (index) => [...memory.keys()][index] ?? null,
        getItem: (name) => (kept.test(name) ? localStorage.getItem(name) : (memory.get(name) ?? null)),
        setItem: (name, value) => {
            if (kept.test(name)) {
                localStorage.setItem(name, value);
            } else {
                memory.set(name, value);
            }
        },
        removeItem: (name) => {
            localStorage.removeItem(name);
            memory.delete(name);
        },
        clear: () => {
            memory.clear();
        },
    };
};
