// Whole pages and dialogs are drawn here, also on machines that are busy.
import '@sphera/plugin-operations-react/setupTests';
