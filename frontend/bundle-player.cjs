// The player as one script for the site's pages. Those open as files too, where a browser loads no modules.
const path = require('node:path');
const webpack = require('webpack');

webpack(
  {
    mode: 'production',
    entry: './lib/player/site.js',
    output: { path: path.resolve(__dirname, '../sellbackwards/publishing/static'), filename: 'player.js' },
    optimization: { moduleIds: 'named' }
  },
  (problem, stats) => {
    if (problem || stats.hasErrors()) {
      console.error(problem ?? stats.toString('errors-only'));
      process.exit(1);
    }
  }
);
