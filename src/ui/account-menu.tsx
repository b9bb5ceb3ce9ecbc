'use client'

import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { Button } from './button'
import { groupHeadingLook, optionLook, popoverLook } from './list-look'

export type AccountMenuProps = {
  label: string
  name: string
  roles: readonly string[]
  links: readonly { href: string; label: string }[]
}

/** Who is signed in, and the pages that concern them. */
export function AccountMenu({ label, name, roles, links }: AccountMenuProps) {
  return (
    <MenuTrigger>
      <Button kind="quiet" size="small" icon="person" aria-label={`${label}: ${name}`}>
        <span className="max-w-[8em] truncate max-md:hidden">{name}</span>
      </Button>
      <Popover className={popoverLook} placement="bottom end">
        <Menu className="outline-none" aria-label={label}>
          <MenuSection>
            <Header className="border-b border-line px-2.5 pt-1.5 pb-2 text-sm">
              <span className="block font-semibold">{name}</span>
              {roles.length > 0 && <span className={`${groupHeadingLook} px-0!`}>{roles.join(' · ')}</span>}
            </Header>
            {links.map((link) => (
              <MenuItem key={link.href} href={link.href} className={optionLook}>
                {link.label}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
