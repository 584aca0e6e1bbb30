// What appears later is waited for as long as a busy machine may need; a test that fails waits in vain all the same.

import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 20_000 });
