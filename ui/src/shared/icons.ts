// One set of line icons (Lucide, ISC), by our own names; each is imported alone.
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Calendar from '@lucide/svelte/icons/calendar';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Copy from '@lucide/svelte/icons/copy';
import Download from '@lucide/svelte/icons/download';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import ExternalLink from '@lucide/svelte/icons/external-link';
import Eye from '@lucide/svelte/icons/eye';
import EyeOff from '@lucide/svelte/icons/eye-off';
import FileText from '@lucide/svelte/icons/file-text';
import Folder from '@lucide/svelte/icons/folder-open';
import GripVertical from '@lucide/svelte/icons/grip-vertical';
import History from '@lucide/svelte/icons/history';
import Link from '@lucide/svelte/icons/link';
import ListFilter from '@lucide/svelte/icons/list-filter';
import Minus from '@lucide/svelte/icons/minus';
import Newspaper from '@lucide/svelte/icons/newspaper';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Printer from '@lucide/svelte/icons/printer';
import Redo from '@lucide/svelte/icons/redo-2';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/sliders-horizontal';
import Tag from '@lucide/svelte/icons/tag';
import Trash from '@lucide/svelte/icons/trash-2';
import Undo from '@lucide/svelte/icons/undo-2';
import Upload from '@lucide/svelte/icons/upload';
import User from '@lucide/svelte/icons/user';
import Close from '@lucide/svelte/icons/x';

/** The icons by our own names. */
export const icons = {
  add: Plus,
  attach: Paperclip,
  back: ChevronLeft,
  calendar: Calendar,
  cases: Folder,
  check: Check,
  close: Close,
  copy: Copy,
  down: ArrowDown,
  download: Download,
  edit: Pencil,
  filter: ListFilter,
  forward: ChevronRight,
  grip: GripVertical,
  help: CircleHelp,
  hide: EyeOff,
  history: History,
  items: FileText,
  less: Minus,
  link: Link,
  more: Ellipsis,
  open: ExternalLink,
  print: Printer,
  redo: Redo,
  reports: Newspaper,
  search: Search,
  settings: Settings,
  show: Eye,
  sources: User,
  tag: Tag,
  trash: Trash,
  turn: RotateCw,
  undo: Undo,
  unfold: ChevronDown,
  up: ArrowUp,
  upload: Upload,
} as const;
/** Those that point along the line of reading: they turn with it. */
export const pointing: ReadonlySet<string> = new Set(['back', 'forward', 'undo', 'redo', 'open']);
export type IconName = keyof typeof icons;
