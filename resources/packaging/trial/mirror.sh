#!/bin/sh
# resources/packaging/trial/mirror.sh prints where this Debian has its own release from: no address
# of a mirror stands in the repository.
set -eu

. /etc/os-release
found=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
    while read -r address release _; do
        case "$address $release" in
        http*" $VERSION_CODENAME") echo "$address" && break ;;
        esac
    done)
if [ -z "$found" ]; then
    echo 'mirror.sh: apt lists no mirror of this release' >&2
    exit 1
fi
echo "$found"
