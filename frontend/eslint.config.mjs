import tseslint from 'typescript-eslint';

export default tseslint.config(...tseslint.configs.strictTypeChecked, {
  languageOptions: { parserOptions: { projectService: true } },
  rules: {
    // A Lumino signal is given a method and, beside it, its `this`.
    '@typescript-eslint/unbound-method': 'off',
    // Numbers in a text need no String() around them.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
  }
});
