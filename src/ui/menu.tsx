'use client'

import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { Button } from './button'
import type { IconName } from './icon'
import { optionLook, popoverLook } from './list-look'

export type MenuEntry = { id: string; label: string } & ({ href: string } | { onAction: () => void })

export type MenuProps = { label: string; icon?: IconName; entries: readonly MenuEntry[] }

/** A button that opens what else can be done. */
export function Menu({ label, icon = 'more', entries }: MenuProps) {
  return (
    <MenuTrigger>
      <Button size="small" icon={icon}>
        {label}
      </Button>
      <Popover className={popoverLook} placement="bottom end">
        <AriaMenu aria-label={label} className="outline-none">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              {...('href' in entry ? { href: entry.href } : { onAction: entry.onAction })}
              className={optionLook}
            >
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
