import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';

const OFFICE_ORIGIN = 'https://appsforoffice.microsoft.com';
const OFFICE_JS = `${OFFICE_ORIGIN}/lib/1/hosted/office.js`;
/** What manifest.xml in the repository says; a build writes its own. */
const MANIFEST_URL = 'https://localhost:3000';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** `connect-src 'self'` is the promise that nothing leaves the machine, kept by the browser. */
const policy = (...scripts) =>
  [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    // office.js asks in a frame of its own origin whether to trust an Office server of a company.
    ['frame-src', "'self'", ...scripts].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const html = (filename, template, options) =>
  new HtmlPlugin({ filename, template: here(template), minify: false, scriptLoading: 'defer', ...options });

/** The add-in itself: what Excel loads. */
function addIn() {
  const baseUrl = (process.env.TIEOUT_BASE_URL ?? MANIFEST_URL).replace(/\/+$/, '');
  return {
    entry: {
      taskpane: here('src/taskpane/index.tsx'),
      commands: here('src/commands/index.ts'),
      said: here('src/commands/said.ts'),
    },
    plugins: [
      html('taskpane.html', 'src/taskpane/taskpane.html', {
        chunks: ['taskpane'],
        before: [OFFICE_JS],
        policy: policy(OFFICE_ORIGIN),
      }),
      html('commands.html', 'src/commands/commands.html', {
        chunks: ['commands'],
        before: [OFFICE_JS],
        policy: policy(OFFICE_ORIGIN),
      }),
      html('said.html', 'src/commands/said.html', { chunks: ['said'], before: [OFFICE_JS], policy: policy(OFFICE_ORIGIN) }),
      new CopyPlugin({
        patterns: [
          { from: here('assets/*-{16,32,64,80}.png'), to: 'assets/[name][ext]' },
          { from: here('src/taskpane/support.html') },
          {
            from: here('manifest.xml'),
            transform: (content) => content.toString().replaceAll(MANIFEST_URL, baseUrl),
          },
        ],
      }),
    ],
  };
}

/** The embedded Excel, for development only: a spreadsheet page with the same pane beside it, on Microsoft's own office.js. */
function embeddedExcel() {
  if (!existsSync(here('host/page/index.ts'))) return { entry: {}, plugins: [] };
  return {
    entry: {
      page: here('host/page/index.ts'),
      paneStart: here('host/office/paneStart.ts'),
      paneOffice: here('host/office/paneOffice.ts'),
    },
    plugins: [
      html('index.html', 'host/page/index.html', { chunks: ['page'], policy: policy() }),
      html('pane.html', 'src/taskpane/taskpane.html', {
        chunks: ['taskpane'],
        // The bridge must be there before office.js looks for it, and office.js before the shim is laid over it.
        before: ['paneStart.js', 'excel-web-16.00.js', 'paneOffice.js'],
        policy: policy(),
      }),
      html('ribbon.html', 'src/commands/commands.html', {
        chunks: ['commands'],
        before: ['paneStart.js', 'excel-web-16.00.js', 'paneOffice.js'],
        policy: policy(),
      }),
      new CopyPlugin({
        patterns: [
          {
            from: here('node_modules/@microsoft/office-js/dist/excel-web-16.00.js'),
            to: '[name][ext]',
            info: { minimized: true },
          },
          { from: here('samples/*.xlsx'), to: 'samples/[name][ext]', noErrorOnMissing: true },
        ],
      }),
    ],
  };
}

/** Real Excel accepts an add-in only over https, with a certificate that this machine trusts. */
async function excelServer() {
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  return { type: 'https', options: await getHttpsServerOptions() };
}

export default async function configure(env, argv) {
  const isProduction = argv.mode !== 'development';
  const parts = isProduction ? [addIn()] : [addIn(), embeddedExcel()];
  return {
    mode: isProduction ? 'production' : 'development',
    // Source maps as files: the policy forbids eval.
    devtool: isProduction ? false : 'source-map',
    entry: Object.assign({}, ...parts.map(({ entry }) => entry)),
    output: {
      path: here('dist'),
      filename: isProduction ? '[name].[contenthash:8].js' : '[name].js',
      chunkFilename: isProduction ? '[name].[contenthash:8].js' : '[name].js',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, use: 'swc-loader' },
        { test: /\.css$/, type: 'css' },
      ],
    },
    plugins: parts.flatMap(({ plugins }) => plugins),
    optimization: {
      splitChunks: false,
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    },
    experiments: { css: true },
    performance: { hints: false },
    stats: 'errors-warnings',
    devServer: {
      host: 'localhost',
      port: Number(process.env.PORT ?? 3000),
      server: env.excel ? await excelServer() : 'http',
      // No client in the page: what runs here is what ships.
      client: false,
      hot: false,
      liveReload: false,
      static: false,
      // Packing what stays on this machine takes longer than handing it over.
      compress: false,
      headers: {
        // Excel on the web reads ribbon icons from another origin.
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Access-Control-Allow-Origin': '*',
        'Content-Security-Policy': policy(OFFICE_ORIGIN),
      },
    },
  };
}
