const key = 'sphera.sign-in';

/** The way in that this browser took last, so that a reload does not ask again. */
export const rememberedWay = {
  read: () => window.localStorage.getItem(key),
  write: (id: string) => window.localStorage.setItem(key, id),
  forget: () => window.localStorage.removeItem(key),
};
