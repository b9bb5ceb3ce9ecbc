import { Badge } from './badge'
import { TextLink } from './text-link'
import type { Tone } from './tone'

export type TreeNode = {
  id: string
  label: string
  detail?: string
  mark?: { label: string; tone: Tone }
  href?: string
  children?: readonly TreeNode[]
}

/** A node's words, alike in the tree and in the list. */
export function NodeWords({ node, linked }: { node: TreeNode; linked?: boolean }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      {linked && node.href ? (
        <TextLink href={node.href}>{node.label}</TextLink>
      ) : (
        <span className="font-medium">{node.label}</span>
      )}
      {node.detail && <span className="text-ink-soft">{node.detail}</span>}
      {node.mark && <Badge tone={node.mark.tone}>{node.mark.label}</Badge>}
    </span>
  )
}

/** A hierarchy as lists within lists, all of it in sight: for print, for search in the page, for old readers. */
export function NestedList({ nodes, label }: { nodes: readonly TreeNode[]; label?: string }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-1 text-sm">
      {nodes.map((node) => (
        <li key={node.id}>
          <span className="flex min-h-6 items-center">
            <NodeWords node={node} linked />
          </span>
          {node.children && node.children.length > 0 && (
            <div className="ms-2 border-s border-line ps-4 pt-1">
              <NestedList nodes={node.children} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
