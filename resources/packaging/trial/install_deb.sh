#!/bin/sh
# resources/packaging/trial/install_deb.sh CHROOT DEB DISPLAY
#
# Installs a .deb in a Debian made by chroot.sh, with the libraries that every desktop has. Somebody
# without privileges writes a month's papers with it, opens the window three times on the X server
# DISPLAY (:77) of this system, gives a verdict by a key, and types a note. Then it is removed. Says
# how long each took, how many papers there are, and what was left. As root, with xdotool.
set -eu

if [ $# -ne 3 ]; then
    echo 'usage: install_deb.sh CHROOT DEB DISPLAY' >&2
    exit 2
fi
chroot "$1" sh -c 'export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    glib=libglib2.0-0
    apt-cache show libglib2.0-0t64 >/dev/null 2>&1 && glib=libglib2.0-0t64
    apt-get -qq -y install --no-install-recommends "$glib" libfontconfig1 libfreetype6 \
        libdbus-1-3 libgl1 libegl1 libx11-6 libx11-xcb1 libxcb1 libxkbcommon0 fontconfig \
        fonts-wqy-microhei >/dev/null'
# Mounts of its own, which go with it.
unshare -m sh -eu -c '
root=$1 deb=$2 DISPLAY=$3
export DISPLAY
mount --make-rprivate /
sockets=/tmp/.X11-unix
mkdir -p "$root/sockets"
[ ! -d "$sockets" ] || mount --bind "$sockets" "$root/sockets"
mount -t tmpfs tmpfs "$root/tmp"
mkdir "$root/tmp/.X11-unix"
mount --bind "$root/sockets" "$root/tmp/.X11-unix"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$deb" "$root/tmp/package.deb"
cat >"$root/tmp/try.sh" <<"END"
set -eu
cd /
name=$(dpkg-deb -f /tmp/package.deb Package)
folder=/opt/apps/$name/files
program=$folder/inspector
home="/tmp/home 一" data="/tmp/data 一"
now() { date +%s.%N; }
since() { echo "$(now) $1" | awk "{ printf \"%.1f s\", \$1 - \$2 }"; }
listed() {
    find / -xdev \( -path /proc -o -path /dev -o -path /sys -o -path /tmp -o -path /sockets \
        -o -path /var/lib/dpkg -o -path /var/log \) -prune -o -print | sort
}
clerk() { as_clerk "" "$@"; }
as_clerk() { # "" or exec, and a command
    first=$1
    shift
    $first setpriv --reuid=nobody --regid=nogroup --clear-groups \
        env HOME="$home" LANG=C.UTF-8 QT_QPA_PLATFORM=xcb "$@"
}
case $1 in
install)
    listed >/tmp/before
    begun=$(now)
    dpkg -i /tmp/package.deb >/tmp/said 2>&1 || { cat /tmp/said; exit 1; }
    echo "installed: $(since "$begun"), $(du -sm "/opt/apps/$name" | cut -f1) MB"
    mkdir -p "$home"
    chown nobody:nogroup "$home"
    ;;
write)
    echo "version: $(clerk "$program" --version | head -1)"
    clerk "$program" demo "$data" --inspections 3 --until 2026-11-27 >/dev/null
    clerk "$program" export all -o /tmp/papers --data "$data" --month 2026-11 >/dev/null 2>&1
    echo "papers: $(find /tmp/papers -type f | wc -l)"
    ;;
start)
    for each in 1 2 3; do
        begun=$(now)
        clerk "$program" --exit-when-ready --data "$data"
        echo "started: $(since "$begun")"
    done
    ;;
open) as_clerk exec "$program" --data "$data" ;;
answers) # how many there are, and how many with the note
    clerk "$folder/python/bin/python3.13" -I -c "
import sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(\"SELECT count(*), total(note = ?) FROM answer\", sys.argv[2:])
print(*map(int, rows.fetchone()))" "$data/inspector.db" "$2"
    ;;
remove)
    dpkg -r "$name" >/dev/null
    listed >/tmp/after
    [ -d /opt ] || sed -i "/^\/opt$/d" /tmp/before # dpkg takes a folder that was empty before, too
    diff /tmp/before /tmp/after && echo "left: nothing"
    ;;
esac
END
try() { chroot "$root" sh /tmp/try.sh "$@"; }
until_is() { # a moment at most between two looks, and two minutes in all
    for each in $(seq 240); do
        "$@" && return
        sleep 0.5
    done
    echo "not within two minutes: $*" >&2
    return 1
}
note="asked twice"
shown() { window=$(xdotool search --onlyvisible --name . | tail -1) && [ -n "$window" ]; }
judged() { xdotool key --delay 80 Return 1 && [ "$(try answers "$note")" != "$before" ]; }
noted() { case $(try answers "$note") in *" 1") ;; *) false ;; esac }
try install
try write
try start
before=$(try answers "$note")
(exec chroot "$root" sh /tmp/try.sh open) &
opened=$!
trap "kill $opened 2>/dev/null || :" EXIT
until_is shown
xdotool windowfocus --sync "$window"
until_is judged
xdotool key --delay 80 Next 2 # of the next window the first item, which is no red line
xdotool type --delay 80 "$note"
xdotool key Return
until_is noted
echo "typed: $note"
xdotool key ctrl+q
wait "$opened"
trap - EXIT
try remove
' sh "$1" "$2" "$3"
