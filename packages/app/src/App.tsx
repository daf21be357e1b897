import { createApp } from '@backstage/frontend-defaults';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { operationsModule } from '@sphera/plugin-operations-react';
import { layout } from './layout/Layout';
import { navigation } from './navigation/Navigation';
import { notFoundPage } from './notFound/NotFoundPage';
import { oidcAuthApi } from './signIn/oidcAuthApi';
import { signInPage } from './signIn/SignInPage';
import { darkTheme, lightTheme } from './theme/themes';

const shell = createFrontendModule({
  pluginId: 'app',
  extensions: [
    layout,
    navigation,
    notFoundPage,
    signInPage,
    oidcAuthApi,
    lightTheme,
    darkTheme,
  ],
});

/** The portal; every other page and card is discovered from the dependencies of this package. */
export default createApp({ features: [shell, operationsModule] });
