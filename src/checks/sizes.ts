const mbInGb = 1024;

/** Memory in words, in GB as soon as it is one: `512 MB`, `30 GB`, `30.1 GB`. */
export function memoryText(mb: number): string {
  if (mb < mbInGb) return `${String(mb)} MB`;
  return `${String(Math.round((mb / mbInGb) * 10) / 10)} GB`;
}

/** A share of 1 in words: `92%`. */
export function shareText(share: number): string {
  return `${String(Math.round(share * 100))}%`;
}
