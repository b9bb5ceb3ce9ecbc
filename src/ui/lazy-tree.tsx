'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Tree as AriaTree, Button, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { Icon } from './icon'
import type { TreeNode } from './nested-list'
import { NodeWords } from './nested-list'

export type LazyNode = Omit<TreeNode, 'children'> & { opens: boolean }

export type LazyTreeProps = {
  label: string
  tops: readonly LazyNode[]
  /** What stands under a node; asked when it is opened for the first time, and again after a failure. */
  load: (id: string) => Promise<readonly LazyNode[]>
}

type Known = LazyNode[] | 'loading' | 'failed'

/** A hierarchy too large to be sent at once: a branch comes when it is opened. Arrows move in it. */
export function LazyTree({ label, tops, load }: LazyTreeProps) {
  const t = useTranslations('ui')
  const [under, setUnder] = useState<ReadonlyMap<string, Known>>(new Map())
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const learn = (id: string, known: Known) => setUnder((before) => new Map(before).set(id, known))

  const fetchUnder = async (id: string) => {
    learn(id, 'loading')
    try {
      learn(id, [...(await load(id))])
    } catch {
      learn(id, 'failed')
    }
  }
  const change = (ids: ReadonlySet<string>) => {
    for (const id of ids) {
      const known = under.get(id)
      if (!open.has(id) && (known === undefined || known === 'failed')) fetchUnder(id)
    }
    setOpen(ids)
  }
  const words = { open: t('open'), loading: t('loading'), failed: t('unreachable') }

  return (
    <AriaTree
      aria-label={label}
      expandedKeys={open}
      onExpandedChange={(keys) => change(new Set([...keys].map(String)))}
      className="flex flex-col rounded-lg border border-line bg-surface p-1"
    >
      {tops.map((node) => (
        <Branch key={node.id} node={node} under={under} words={words} />
      ))}
    </AriaTree>
  )
}

type Words = { open: string; loading: string; failed: string }
type BranchProps = { node: LazyNode; under: ReadonlyMap<string, Known>; words: Words }

function Branch({ node, under, words }: BranchProps) {
  // A branch without a row under it cannot be opened by key, so one waits there from the start.
  const known = under.get(node.id) ?? (node.opens ? 'loading' : [])
  return (
    <TreeItem
      id={node.id}
      textValue={node.label}
      {...(node.href ? { href: node.href } : {})}
      className="rounded data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus data-hovered:bg-sunken"
    >
      <TreeItemContent>
        {({ level, isExpanded }) => (
          <Row level={level}>
            {node.opens ? (
              <Button
                slot="chevron"
                aria-label={words.open}
                className="flex size-control-small shrink-0 cursor-pointer items-center justify-center rounded text-ink-soft"
              >
                <Icon name={isExpanded ? 'chevron-down' : 'chevron-right'} />
              </Button>
            ) : (
              <span className="w-control-small shrink-0" />
            )}
            <NodeWords node={node} />
          </Row>
        )}
      </TreeItemContent>
      {typeof known === 'object' ? (
        known.map((child) => <Branch key={child.id} node={child} under={under} words={words} />)
      ) : (
        <TreeItem id={`${node.id}-${known}`} textValue={words[known]}>
          <TreeItemContent>
            {({ level }) => (
              <Row level={level}>
                <span className="w-control-small shrink-0" />
                <span className="text-ink-soft">{words[known]}</span>
              </Row>
            )}
          </TreeItemContent>
        </TreeItem>
      )}
    </TreeItem>
  )
}

function Row({ level, children }: { level: number; children: React.ReactNode }) {
  return (
    <div
      className="flex min-h-control items-center gap-1 pe-2 text-sm"
      style={{ paddingInlineStart: `${(level - 1) * 1.25}rem` }}
    >
      {children}
    </div>
  )
}
