#!/bin/sh
# resources/packaging/input_method/fcitx_plugin.sh CHROOT WHEEL FOLDER [SOURCE]
#
# Compiles what PySide6's wheels lack: Qt's platform input context for fcitx, without which no
# Chinese can be typed on UOS and Kylin. For the Qt of WHEEL (the bundle's pyside6_essentials, 6.8)
# in CHROOT (a bullseye made by trial/chroot.sh, so that it asks for no newer glibc). In FOLDER are
# then the plugin and, beside it, its licence, as input_plugins.py takes them into a tree.
#
# The source is fcitx-qt5 1.2.7's, which speaks with fcitx 4 (UOS 20, Kylin V10) and fcitx 5: the
# newer fcitx5-qt wants Qt's widgets, xcb and Wayland besides. It is licensed as BSD-3-Clause (the
# plugin alone; the rest of the package is GPL and not used). SOURCE is fcitx-qt5_1.2.7.orig.tar.xz
# where it is at hand; else apt fetches it. Qt's private headers are Debian 13's (6.8.2): wheels
# have none. As root, on Debian 13, whose moc is run here. Nothing of it is kept in the repository.
set -eu

if [ $# -lt 3 ] || [ $# -gt 4 ]; then
    echo 'usage: fcitx_plugin.sh CHROOT WHEEL FOLDER [SOURCE]' >&2
    exit 2
fi
chroot=$(CDPATH='' cd -- "$1" && pwd -P)
wheel=$(realpath -- "$2")
mkdir -p "$3"
folder=$(CDPATH='' cd -- "$3" && pwd -P)
source=${4:+$(realpath -- "$4")}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
digest=951fcf8f1db23ed22ad91094eb4c6c906f92005a3643b52f666bd8a331163147
plugin=libfcitxplatforminputcontextplugin.so

say() { printf 'fcitx_plugin.sh: %s\n' "$*" >&2; }

[ "$(cat "$chroot/.made-for")" = bullseye ] || { say "$chroot is no bullseye"; exit 1; }
case $wheel in
*PySide6_Essentials-6.8.*x86_64.whl | *pyside6_essentials-6.8.*x86_64.whl) ;;
*) say "$wheel is no pyside6_essentials 6.8 for x86_64, which the headers are for" && exit 1 ;;
esac

build=$(mktemp -d -- "$chroot/fcitx.XXXXXX")
trap 'rm -rf -- "$build"' EXIT
mkdir -p "$build/apt/lists/partial" "$build/apt/cache/archives/partial" "$build/debian" "$build/qt"

# Debian's packages, with an apt of their own: nothing of this system's lists is changed.
cd "$build/apt"
signed='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
mirror=$("$here/../trial/mirror.sh")
printf 'deb %s %s trixie main\ndeb-src %s %s trixie main\n' \
    "$signed" "$mirror" "$signed" "$mirror" >sources.list
own="-oDir::Etc::sourcelist=$build/apt/sources.list -oDir::Etc::sourceparts=/dev/null
    -oDir::Etc::preferencesparts=/dev/null -oDir::State::lists=$build/apt/lists
    -oDir::Cache=$build/apt/cache -oAPT::Sandbox::User=root"
say "fetching Qt's headers and moc"
# shellcheck disable=SC2086  # a list of words
apt-get -qq $own update
# shellcheck disable=SC2086
apt-get -qq $own download qt6-base-dev qt6-base-private-dev qt6-base-dev-tools libpcre2-16-0
if [ -z "$source" ]; then
    say 'fetching the source of fcitx-qt5'
    # shellcheck disable=SC2086
    apt-get -qq $own --download-only --tar-only source fcitx-qt5=1.2.7-3
    source=$build/apt/fcitx-qt5_1.2.7.orig.tar.xz
fi
echo "$digest  $source" | sha256sum --check --quiet
for package in *.deb; do
    dpkg-deb -x "$package" "$build/debian"
done
tar -xf "$source" -C "$build" --strip-components=1
python3 -m zipfile -e "$wheel" "$build/qt"
cp -RL "$build/qt6/platforminputcontext" "$build/made" # its files are links into qt5/

libraries=$build/qt/PySide6/Qt/lib
headers=debian/usr/include/x86_64-linux-gnu/qt6
include=-I$headers
for part in QtCore QtGui QtDBus; do
    include="$include -I$headers/$part"
    for private in "$build/$headers/$part"/6.8.*; do
        include="$include -I$headers/$part/${private##*/} -I$headers/$part/${private##*/}/$part"
    done
done

say 'running moc and qdbusxml2cpp'
cd "$build"
tools=$build/debian/usr/lib/qt6
LD_LIBRARY_PATH=$libraries:$build/debian/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH
for each in InputContext InputContext1 InputMethod InputMethod1; do
    name=$(echo "$each" | tr '[:upper:]' '[:lower:]')proxy
    (cd made && "$tools/bin/qdbusxml2cpp" -i fcitxqtdbustypes.h -p "$name" "org.fcitx.Fcitx.$each.xml")
done
for header in $(grep -l Q_OBJECT made/*.h); do
    name=${header##*/}
    # shellcheck disable=SC2086
    "$tools/libexec/moc" $include -Imade "$header" -o "made/moc_${name%.h}.cpp"
done
unset LD_LIBRARY_PATH

cat >"$build/compile.sh" <<END
set -eu
cd /${build##*/}
export DEBIAN_FRONTEND=noninteractive
if ! dpkg --status g++ libxkbcommon-dev x11proto-dev >/dev/null 2>&1; then
    {
        apt-get -qq update
        apt-get -qq -y -o DPkg::Lock::Timeout=600 install g++ libxkbcommon-dev x11proto-dev
    } >apt.log 2>&1 || { cat apt.log >&2; exit 1; }
fi
ls made/*.cpp | xargs -P "\$(nproc)" -I @ g++ -std=c++17 -O2 -fPIC -fvisibility=hidden \\
    -fvisibility-inlines-hidden -DQT_NO_DEBUG -DQT_PLUGIN $include -Imade -c @ -o @.o
g++ -shared -o made/$plugin made/*.o -Wl,--no-undefined -Wl,--as-needed \\
    -Wl,-rpath,'\$ORIGIN/../../lib' -Wl,-rpath-link,qt/PySide6/Qt/lib \\
    qt/PySide6/Qt/lib/libQt6DBus.so.6 qt/PySide6/Qt/lib/libQt6Gui.so.6 \\
    qt/PySide6/Qt/lib/libQt6Core.so.6 -lxkbcommon
strip --strip-unneeded made/$plugin
END
say 'compiling in the chroot: some minutes'
chroot "$chroot" sh "/${build##*/}/compile.sh"

cp "made/$plugin" "$folder/$plugin"
{
    echo "$plugin: the input method plugin of fcitx-qt5 1.2.7 (https://github.com/fcitx/fcitx-qt5),"
    printf 'unchanged, compiled for Qt 6.8. Licence: BSD-3-Clause.\n\n'
    cat COPYING.BSD
} >"$folder/fcitx-qt5.txt"
say "$(sha256sum "$folder/$plugin")"
