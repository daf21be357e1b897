/** Id of the plugin that carries the operations out. */
export const plugin = 'sphera-lifecycle';
