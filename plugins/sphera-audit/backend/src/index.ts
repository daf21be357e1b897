export { auditPlugin as default } from './plugin';
export { persistingAuditorFactory } from './auditor/persistingAuditorFactory';
