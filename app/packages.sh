# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The Debian packages that building takes; sourced by app/run and tests/run.

program_packages="g++ cmake ninja-build pkg-config qt6-base-dev qt6-svg-dev libqcustomplot-dev
    libeigen3-dev libsentencepiece-dev libprotobuf-dev libutf8proc-dev libzip-dev nlohmann-json3-dev
    libdnnl-dev libgif-dev libwebp-dev qt6-l10n-tools fonts-dejavu-core"
test_packages="libgtest-dev python3-numpy"

# as_root <command>...
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        echo "These packages are missing, and installing them takes root or sudo:$missing" >&2
        return 1
    fi
}

# install_packages <package>...: those that are missing, and nothing where none is. Works on any
# Debian; elsewhere the compiler will say what it lacks.
install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null) || true
    missing=
    for package; do
        case "
$installed
" in
        *"
$package installed
"*) ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    echo "Installing$missing" >&2
    # The lists may be absent or old; they are fetched only if the packages cannot be had without.
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -qq \
        $missing >/dev/null 2>&1 || {
        as_root apt-get update -qq >&2 &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
                --no-install-recommends -qq $missing >&2
    }
}
