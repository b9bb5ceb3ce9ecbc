'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { useTransition } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { Button } from './button'
import { Icon } from './icon'
import { optionLook, popoverLook } from './list-look'

export type ColumnMenuProps = {
  label: string
  columns: readonly { key: string; label: string }[]
  shown: readonly string[]
}

/** Switches a table's optional columns on and off; the choice stands in the address as `columns`. */
export function ColumnMenu({ label, columns, shown }: ColumnMenuProps) {
  const [pending, startTransition] = useTransition()
  const [, setColumns] = useQueryState(
    'columns',
    parseAsString.withOptions({ shallow: false, startTransition, scroll: false }),
  )
  return (
    <MenuTrigger>
      <Button size="small" icon="columns" isPending={pending}>
        {label}
      </Button>
      <Popover className={popoverLook} placement="bottom end">
        <Menu
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={shown}
          onSelectionChange={(chosen) => {
            const kept = columns.filter(({ key }) => chosen === 'all' || chosen.has(key))
            setColumns(kept.map(({ key }) => key).join(','))
          }}
          shouldCloseOnSelect={false}
          className="outline-none"
        >
          {columns.map((column) => (
            <MenuItem key={column.key} id={column.key} className={optionLook}>
              {({ isSelected }) => (
                <>
                  <span className="w-[1.125em]">{isSelected && <Icon name="check" />}</span>
                  {column.label}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
