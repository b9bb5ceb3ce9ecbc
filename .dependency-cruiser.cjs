const order = require('./src/features/order.json')

/** Files of these kinds, of a feature itself or of a sub-noun in a folder of its own. */
const kind = (...names) => `^src/features/.*/(${names.join('|')})[.]tsx?$`
const test = '[.]test[.]tsx?$'
/** Reading, mapping and planning an import is pure and large: it has folders of its own, which queries and commands may use. */
const importing =
  '^src/features/imports/(plan|write|tables|mapping)/|^src/features/imports/(fault-words|parsing-process|registers)[.]ts$'

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: test },
  to: { path: '^(src|app)/', pathNot: allowed },
})

/** A feature may use those below it in the list and none above. */
const upward = order.slice(0, -1).map((feature, index) => ({
  name: `${feature}-knows-none-above`,
  severity: 'error',
  from: { path: `^src/features/${feature}/`, pathNot: test },
  to: { path: `^src/features/(${order.slice(index + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(src/generated|[.]/)' },
    },
    {
      name: 'feature-in-the-list',
      severity: 'error',
      from: {},
      to: { path: '^src/features/[^/]+/', pathNot: `^src/features/(${order.join('|')})/` },
    },
    only('core-is-pure', '^src/core/', ['^src/core/']),
    only('ui-ships-elsewhere', '^src/ui/', ['^src/ui/', '^src/core/']),
    only('schema', kind('schema'), ['^src/core/', kind('schema')]),
    only('rules', kind('rules'), ['^src/core/', kind('schema', 'rules')]),
    only('policy', kind('policy'), [
      '^src/core/',
      kind('schema', 'policy', 'rules'),
      '^src/server/(principal|permissions)[.]ts$',
      '^src/generated/',
    ]),
    only('queries', kind('queries'), [
      '^src/(core|server|generated)/',
      kind('schema', 'rules', 'policy', 'queries'),
      importing,
    ]),
    only('commands', kind('commands'), [
      '^src/(core|server|generated)/',
      kind('schema', 'rules', 'policy', 'queries', 'commands'),
      importing,
    ]),
    {
      name: 'components-ask-no-database',
      severity: 'error',
      from: { path: '^src/features/.+/components/', pathNot: test },
      to: {
        path: ['^src/(server|generated)/', kind('queries', 'commands', 'endpoints', 'jobs')],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'server-below-features',
      severity: 'error',
      from: { path: '^src/server/', pathNot: test },
      to: { path: '^(src/(features|ui)|app)/' },
    },
    {
      name: 'pages-write-by-endpoint',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: kind('commands', 'jobs') },
    },
    { name: 'nothing-imports-routes', severity: 'error', from: { path: '^src/' }, to: { path: '^app/' } },
    ...upward,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^src/generated', '^[.]next', '[.]json$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
