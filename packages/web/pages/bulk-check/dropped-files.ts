// What was dropped or chosen, as files with their paths: folders are walked, leftovers of systems are left out.

/** PickedFile: a file and its path within what was dropped. */
export interface PickedFile {
  readonly path: string;
  readonly file: File;
}

/** The files of a drop; to be called at once, because what was dropped is gone after the event. */
export function droppedFiles(transfer: DataTransfer): Promise<readonly PickedFile[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((one) => one !== null);
  if (entries.length === 0) return Promise.resolve(chosenFiles(transfer.files));
  return filesOfEntries(entries);
}

/** The files of an input; those of a chosen folder have their paths. */
export function chosenFiles(files: FileList | readonly File[]): readonly PickedFile[] {
  return Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file })).filter(isMeant);
}

async function filesOfEntries(entries: readonly FileSystemEntry[]): Promise<readonly PickedFile[]> {
  const found: PickedFile[] = [];
  const left = [...entries];
  for (let entry = left.shift(); entry !== undefined; entry = left.shift()) {
    if (isFolder(entry)) left.push(...(await membersOf(entry)));
    else if (isFile(entry))
      found.push({ path: entry.fullPath.replace(/^\//u, ""), file: await fileOf(entry) });
  }
  return found.filter(isMeant);
}

// Reason for both: the two kinds of entries are told apart by these flags alone.
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** The browser gives the members of a folder a hundred at a time, and at the end none. */
async function membersOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const members: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return members;
    members.push(...some);
  }
}

function isMeant({ path }: PickedFile): boolean {
  const parts = path.split("/");
  const last = parts.at(-1) ?? "";
  return (
    !parts.some((part) => part.startsWith(".") || part === "__MACOSX") &&
    !/^(?:~\$|thumbs\.db$|desktop\.ini$)/iu.test(last)
  );
}
