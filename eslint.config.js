// @ts-check
import antfu from '@antfu/eslint-config'

export default antfu({
  typescript: true,
  vue: true,
  // slides.md and pages/ are Slidev's own dialect, which Markdown rules would break
  markdown: false,
  ignores: ['dist', 'dist-attendees', 'public', 'tests/screenshots'],
  rules: {
    // the few expressions here run once; they read better where they are used
    'e18e/prefer-static-regex': 'off',
  },
}, {
  // benches are commands, like scripts/
  files: ['bench/**/*.ts'],
  rules: {
    'antfu/no-top-level-await': 'off',
    'no-console': 'off',
  },
})
