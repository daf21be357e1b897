import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages and dialogs are drawn here, also on machines that are busy.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 5_000 });
