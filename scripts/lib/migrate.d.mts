export function deploy(
  urls: { owner: string; app?: string | undefined; report?: string | undefined },
  say?: (note: string) => void,
): Promise<string[]>
