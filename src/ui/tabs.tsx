'use client'

import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'

export type TabsProps = {
  label: string
  tabs: readonly { id: string; label: string; content: React.ReactNode }[]
}

/** Parts of one record, one in sight at a time. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <AriaTabs className="flex flex-col gap-3">
      <TabList aria-label={label} className="flex overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="flex min-h-control cursor-pointer items-center border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-ink-soft data-focus-visible:-outline-offset-3 data-hovered:text-ink data-selected:border-accent data-selected:font-semibold data-selected:text-ink"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
