#!/bin/sh
# resources/packaging/trial/runtime.sh CHROOT FILE.tar.gz
#
# Builds a CPython that runs from any folder, for trials of a bundle where none can be fetched: from
# Debian 13's sources, in a bullseye made by chroot.sh, so that it asks for no newer glibc (2.31).
# What is given to people is to be made with a python-build-standalone (glibc 2.17), which has what
# this has not: optimisation by profile, and an OpenSSL of today.
#
# All its modules are in the one executable, with zlib, bz2, lzma, ffi, OpenSSL (the program uses no
# network, but scrypt for the window's password) and a SQLite of Debian 13 (the program needs 3.37,
# bullseye has 3.34). Tests, IDLE, Tk and pip are left out.
set -eu

if [ $# -ne 2 ]; then
    echo 'usage: runtime.sh CHROOT FILE.tar.gz' >&2
    exit 2
fi
chroot=$(CDPATH='' cd -- "$1" && pwd -P)
case $2 in /*) file=$2 ;; *) file=$PWD/$2 ;; esac # it goes elsewhere before it writes it
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
build=$chroot/build
[ "$(cat "$chroot/.made-for")" = bullseye ] || { echo "runtime.sh: $chroot is no bullseye" >&2; exit 1; }

say() { printf 'runtime.sh: %s\n' "$*" >&2; }

# The sources, with an apt of their own: nothing of this system's lists is changed.
rm -rf "$build"
mkdir -p "$build/apt/lists/partial" "$build/apt/cache/archives/partial"
cd "$build/apt"
echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]" \
    "$("$here/mirror.sh") trixie main" >sources.list
own="-oDir::Etc::sourcelist=$build/apt/sources.list -oDir::Etc::sourceparts=/dev/null
    -oDir::Etc::preferencesparts=/dev/null -oDir::State::lists=$build/apt/lists
    -oDir::Cache=$build/apt/cache -oAPT::Sandbox::User=root"
say 'fetching the sources of Python and SQLite'
# shellcheck disable=SC2086  # a list of words
apt-get -qq $own update
# shellcheck disable=SC2086
apt-get -qq $own --download-only source python3.13 sqlite3
mkdir "$build/python" "$build/sqlite"
tar -xf python3.13_*.orig.tar.xz -C "$build/python" --strip-components=1
tar -xf sqlite3_*.orig.tar.xz -C "$build/sqlite" --strip-components=1
cd "$build"
rm -rf "$build/apt"

# These five got newer versions in glibc 2.29, which differ in how they tell of errors: the older
# ones are asked for, so that what is built runs on glibc 2.28 (UOS 20) as well.
{
    echo '#ifndef __ASSEMBLER__' # Python has a file in assembler, too
    for each in exp exp2 log log2 pow; do
        echo "__asm__(\".symver $each,$each@GLIBC_2.2.5\");"
    done
    echo '#endif'
} >"$build/older.h"

cat >"$build/make.sh" <<'END'
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update
apt-get -qq -y install build-essential pkg-config tcl zlib1g-dev libbz2-dev liblzma-dev \
    libffi-dev libssl-dev file >/dev/null
jobs=$(nproc)

cd /build/sqlite
./configure --disable-shared --enable-static --disable-tcl --disable-readline >/dev/null
make -s sqlite3.c
gcc -O2 -fPIC -include /build/older.h -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE \
    -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_ENABLE_COLUMN_METADATA -c sqlite3.c
ar rcs libsqlite3.a sqlite3.o

cd /build/python
hidden=libz.a:libbz2.a:liblzma.a:libffi.a:libsqlite3.a
./configure -q --prefix=/runtime --disable-test-modules --without-ensurepip \
    MODULE_BUILDTYPE=static py_cv_module__uuid=n/a ac_cv_func_sem_clockwait=no \
    CFLAGS_NODIST="-include /build/older.h" \
    LDFLAGS="-Wl,--exclude-libs,$hidden,--no-as-needed" \
    ZLIB_LIBS=-l:libz.a BZIP2_LIBS=-l:libbz2.a LIBLZMA_LIBS=-l:liblzma.a \
    LIBFFI_LIBS=-l:libffi.a PY_UNSUPPORTED_OPENSSL_BUILD=static LIBSQLITE3_CFLAGS=-I/build/sqlite \
    LIBSQLITE3_LIBS="-L/build/sqlite -l:libsqlite3.a -lm"
make -s -j"$jobs" >/dev/null
rm -rf /build/out
make -s install DESTDIR=/build/out >/dev/null
END
say 'building in the chroot: some minutes'
chroot "$chroot" sh /build/make.sh

runtime=$build/out/runtime
library=$runtime/lib/python3.13
say 'leaving out tests, IDLE, Tk and what compiles extensions'
rm -rf "$runtime/include" "$runtime/share" "$runtime/lib/pkgconfig" "$runtime"/lib/*.a \
    "$library"/config-* "$library/idlelib" "$library/tkinter" "$library/turtledemo" \
    "$library/turtle.py" "$library/ensurepip" "$library/test" "$library/pydoc_data"
find "$library" -name __pycache__ -prune -exec rm -rf {} +
(cd "$runtime/bin" && rm -f idle* pydoc* python3-config python3.13-config)
strip "$runtime/bin/python3.13"
cp "$build/python/LICENSE" "$library/LICENSE.txt"
mkdir "$runtime/licences"
cp "$build/sqlite/LICENSE.md" "$runtime/licences/sqlite.md"
for package in zlib1g-dev libbz2-dev liblzma-dev libffi-dev libssl-dev; do
    cp -L "$chroot/usr/share/doc/$package/copyright" "$runtime/licences/$package.txt"
done
say 'trying it where it was built, and looking at what it asks of a system'
chroot "$chroot" /build/out/runtime/bin/python3.13 -I -c '
import bz2, ctypes, hashlib, lzma, sqlite3, ssl, sys, uuid, zlib
hashlib.scrypt(b"", salt=b"", n=2, r=1, p=1)
sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE words USING fts5(word)")
print("runtime.sh: Python", sys.version.split()[0], "with SQLite", sqlite3.sqlite_version, "and",
      ssl.OPENSSL_VERSION)' >&2
# What the building chroot has beside glibc (libuuid, libcrypt), a desktop may lack.
others=$(readelf -d "$runtime/bin/python3.13" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' |
    grep -vxE 'lib(c|m|dl|util|pthread|rt)\.so\.[0-9]+' || :)
[ -z "$others" ] || { say "it asks for" $others; exit 1; }

tar -C "$build/out" --owner=0 --group=0 --sort=name --transform='s,^runtime,python,' \
    -czf "$file" runtime
say "$(sha256sum "$file")"
rm -rf "$build"
