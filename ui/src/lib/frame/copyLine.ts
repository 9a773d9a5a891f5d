// The line of a row's menu that copies a link to it.
import { type MenuItem } from '$shared/menu';
import { type Desk } from '../desk.svelte';
import { type Place } from '../place';
import { t } from '../words';
import { copyLink } from './commands';

export function copyLine(desk: Desk, place: Place): MenuItem {
  return {
    id: 'copy-link',
    label: t.palette.copyLinkHere,
    icon: 'link',
    group: 'link',
    run: () => void copyLink(desk, place),
  };
}
