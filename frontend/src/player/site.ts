/** The player on the site's pages: `npm run build` makes of it one script that works in a page opened as a file. */
import { wakePlayers } from './player';

wakePlayers();
