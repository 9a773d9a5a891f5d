/** A path below a folder, with the folder's own kind of separator. */
export function below(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

/** A name for a new folder that tells what it is and from when. */
export function folderName(what: string, now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `counterclaim-${what}-${day}-${two(now.getHours())}${two(now.getMinutes())}`;
}

/** The instant that a backup's name tells, if it does: "2026-11-22T161519578Z.sqlite". */
export function instantOf(name: string): string | null {
  const parts = /(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})/.exec(name);
  return parts ? `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z` : null;
}
