import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Forbids imports from rooms further out: the arrows of the house point inward. */
const mayNotImport = (...rooms) => ({
  'no-restricted-imports': [
    'error',
    { patterns: rooms.map((room) => ({ group: [`**/${room}`, `**/${room}/**`], message: `This room must not know ${room}.` })) },
  ],
});

const OUTSIDE_ENGINE = ['worker', 'excel', 'taskpane', 'commands', 'host'];
const PURE = {
  'no-restricted-globals': ['error', 'Excel', 'Office', 'window', 'document', 'self', 'fetch', 'localStorage', 'setTimeout', 'setInterval', 'performance', 'console'],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'The run’s date is an argument.' },
    { object: 'Math', property: 'random', message: 'The engine is deterministic.' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The run’s date is an argument.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'test/*.cjs'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['**/*.js', '**/*.cjs'], ...tseslint.configs.disableTypeChecked, languageOptions: { globals: { module: 'writable', process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  { files: ['src/**/*.{ts,tsx}'], plugins: { 'office-addins': officeAddins }, rules: { ...officeAddins.configs.recommended?.rules } },
  { files: ['src/{domain,settings,reading,matching,variance,report}/**/*.ts', 'src/reconcile.ts'], rules: PURE },
  { files: ['src/domain/**/*.ts'], rules: mayNotImport('settings', 'reading', 'matching', 'variance', 'report', 'reconcile', ...OUTSIDE_ENGINE) },
  { files: ['src/settings/**/*.ts'], rules: mayNotImport('reading', 'matching', 'variance', 'report', 'reconcile', ...OUTSIDE_ENGINE) },
  { files: ['src/reading/**/*.ts'], rules: mayNotImport('matching', 'variance', 'report', 'reconcile', ...OUTSIDE_ENGINE) },
  { files: ['src/matching/**/*.ts'], rules: mayNotImport('reading', 'variance', 'report', 'reconcile', ...OUTSIDE_ENGINE) },
  { files: ['src/variance/**/*.ts'], rules: mayNotImport('reading', 'matching', 'report', 'reconcile', ...OUTSIDE_ENGINE) },
  { files: ['src/reconcile.ts'], rules: mayNotImport('report', ...OUTSIDE_ENGINE) },
  { files: ['src/report/**/*.ts'], rules: mayNotImport('reading', 'matching', 'reconcile', ...OUTSIDE_ENGINE) },
  { files: ['src/worker/**/*.ts'], rules: mayNotImport('excel', 'taskpane', 'commands', 'host') },
  { files: ['src/excel/**/*.ts'], rules: mayNotImport('reading', 'matching', 'variance', 'reconcile', 'worker', 'taskpane', 'commands', 'host') },
  {
    files: ['src/taskpane/**/*.{ts,tsx}'],
    ignores: ['src/taskpane/index.tsx'],
    rules: mayNotImport('excel', 'worker', 'reading', 'matching', 'variance', 'reconcile', 'commands', 'host'),
  },
  { files: ['src/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { ...reactHooks.configs.recommended.rules } },
  { files: ['host/**/*.ts'], rules: mayNotImport('matching', 'variance', 'reading') },
  { files: ['host/cli.ts', 'samples/**', 'test/bench/**', 'test/fuzz/main.ts'], rules: { 'no-console': 'off' } },
);
