/** How a line of the portal's own begins among those of a log, after its time. */
export const LOG_NOTICE = '[portal] ';

/** How the line begins with which a log ends that the cluster stopped sending: opening it again may help. */
export const LOG_CUT_OFF = `${LOG_NOTICE}The log cannot be read any further`;
