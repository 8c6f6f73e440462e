#!/bin/sh
# resources/packaging/trial/chroot.sh SUITE FOLDER
#
# Makes a bare Debian of another release in FOLDER, to try a bundle where a clean system of that
# age stands, or to compile for it: bullseye is glibc 2.31, as Kylin V10. As root, on Debian, with
# debootstrap. Packages come from where this system has its own; what else it lists, or prefers,
# stays out. A folder made before is left as it is. `chroot FOLDER COMMAND` runs in it afterwards;
# /proc, /dev and /tmp are the caller's to mount (`unshare -m` keeps that to one command).
set -eu

if [ $# -ne 2 ]; then
    echo 'usage: chroot.sh SUITE FOLDER    for example: chroot.sh bullseye /tmp/bullseye' >&2
    exit 2
fi
suite=$1 folder=$2

say() { printf 'chroot.sh: %s\n' "$*" >&2; }

if [ -e "$folder/.made-for" ] && [ "$(cat "$folder/.made-for")" = "$suite" ]; then
    say "$folder is there already"
    exit 0
fi
[ "$(id -u)" -eq 0 ] || { say 'only root can do that'; exit 1; }
command -v debootstrap >/dev/null || { say 'no debootstrap: apt-get install debootstrap'; exit 1; }

mirror=$("$(dirname -- "$0")/mirror.sh")

keyring=
for each in /usr/share/keyrings/debian-archive-keyring.gpg \
    /usr/share/keyrings/debian-archive-keyring.pgp; do
    [ -e "$each" ] && keyring=$each && break
done
[ -n "$keyring" ] || { say 'no keyring: apt-get install debian-archive-keyring'; exit 1; }

mkdir -p "$folder"
debootstrap --variant=minbase --keyring="$keyring" "$suite" "$folder" "$mirror"

# One source, no preferences, no recommendations; old releases' lists are past their date.
echo "deb $mirror $suite main" >"$folder/etc/apt/sources.list"
cat >"$folder/etc/apt/apt.conf.d/99trial" <<END
Acquire::Check-Valid-Until "false";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
END
# Nothing in it starts a service.
printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d"
chmod +x "$folder/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$folder/etc/resolv.conf" 2>/dev/null || :
echo "$suite" >"$folder/.made-for"
say "$suite is in $folder"
