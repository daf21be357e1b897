import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The whole app is drawn here, also on machines that are busy.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });
