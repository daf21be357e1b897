/**
 * Loaded into the backend before its own code: when the script that started it
 * is gone, however that ended, the backend shuts down too.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
