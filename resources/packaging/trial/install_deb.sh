#!/bin/sh
# resources/packaging/trial/install_deb.sh CHROOT DEB DISPLAY
#
# Installs a .deb in a Debian made by chroot.sh, with the libraries that every desktop has, writes
# a month's papers, opens the window three times on the X server DISPLAY (:77) of this system, and
# removes it; says how long each took, how many papers there are, and what was left. As root.
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
root=$1 deb=$2 display=$3
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
now() { date +%s.%N; }
since() { echo "$(now) $1" | awk "{ printf \"%.1f s\", \$1 - \$2 }"; }
listed() {
    find / -xdev \( -path /proc -o -path /dev -o -path /sys -o -path /tmp -o -path /sockets \
        -o -path /var/lib/dpkg -o -path /var/log \) -prune -o -print | sort
}
listed >/tmp/before
begun=$(now)
dpkg -i /tmp/package.deb >/tmp/said 2>&1 || { cat /tmp/said; exit 1; }
echo "installed: $(since "$begun")"
name=$(dpkg-deb -f /tmp/package.deb Package)
program=/opt/apps/$name/files/inspector
mkdir -p "/tmp/home 一"
export HOME="/tmp/home 一" LANG=C.UTF-8
echo "version: $("$program" --version | head -1)"
"$program" demo "/tmp/data 一" --inspections 3 --until 2026-11-27 >/dev/null
"$program" export all -o /tmp/papers --data "/tmp/data 一" --month 2026-11 >/dev/null 2>&1
echo "papers: $(find /tmp/papers -type f | wc -l)"
for each in 1 2 3; do
    begun=$(now)
    DISPLAY=$1 QT_QPA_PLATFORM=xcb "$program" --exit-when-ready --data "/tmp/data 一"
    echo "started: $(since "$begun")"
done
dpkg -r "$name" >/dev/null
listed >/tmp/after
[ -d /opt ] || sed -i "/^\/opt$/d" /tmp/before # dpkg takes a folder that was empty before, too
diff /tmp/before /tmp/after && echo "left: nothing"
END
chroot "$root" sh /tmp/try.sh "$display"
' sh "$1" "$2" "$3"
