import { getMessages } from 'next-intl/server'

type Tree = { [key: string]: string | Tree }

/** Every leaf of a tree of words, by its path. */
function* leaves(tree: Tree, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    const name = path ? `${path}.${key}` : key
    if (typeof value === 'string') yield [name, value]
    else yield* leaves(value, name)
  }
}

/** What the trail's actions are called, by their keys; whatever has words in a record's history has them here. */
export async function actionWords(): Promise<Map<string, string>> {
  const { timeline } = (await getMessages()) as unknown as { timeline: { actions: Tree } }
  return new Map(leaves(timeline.actions))
}

/** What the trail's subjects are called. */
export async function kindWords(): Promise<Map<string, string>> {
  const { audit } = (await getMessages()) as unknown as { audit: { kinds: Tree } }
  return new Map(leaves(audit.kinds))
}
