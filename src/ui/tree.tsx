'use client'

import { Tree as AriaTree, Button, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { Icon } from './icon'
import type { TreeNode } from './nested-list'
import { NodeWords } from './nested-list'

export type TreeProps = {
  label: string
  nodes: readonly TreeNode[]
  /** The name of the button that opens a branch. */
  toggleLabel: string
  /** Ids of the branches that are open at first. */
  open?: readonly string[]
}

/** A hierarchy that folds; arrows move in it. NestedList is its plain twin. */
export function Tree({ label, nodes, toggleLabel, open = [] }: TreeProps) {
  return (
    <AriaTree
      aria-label={label}
      defaultExpandedKeys={open}
      className="flex flex-col rounded-lg border border-line bg-surface p-1"
    >
      {nodes.map((node) => (
        <Branch key={node.id} node={node} toggleLabel={toggleLabel} />
      ))}
    </AriaTree>
  )
}

function Branch({ node, toggleLabel }: { node: TreeNode; toggleLabel: string }) {
  return (
    <TreeItem
      id={node.id}
      textValue={node.label}
      {...(node.href ? { href: node.href } : {})}
      className="rounded data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus data-hovered:bg-sunken"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => (
          <div
            className="flex min-h-control items-center gap-1 pe-2 text-sm"
            style={{ paddingInlineStart: `${(level - 1) * 1.25}rem` }}
          >
            {hasChildItems ? (
              <Button
                slot="chevron"
                aria-label={toggleLabel}
                className="flex size-control-small shrink-0 cursor-pointer items-center justify-center rounded text-ink-soft"
              >
                <Icon name={isExpanded ? 'chevron-down' : 'chevron-right'} />
              </Button>
            ) : (
              <span className="w-control-small shrink-0" />
            )}
            <NodeWords node={node} />
          </div>
        )}
      </TreeItemContent>
      {node.children?.map((child) => (
        <Branch key={child.id} node={child} toggleLabel={toggleLabel} />
      ))}
    </TreeItem>
  )
}
