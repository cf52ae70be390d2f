#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# kernel_symbols.sh NM OBJECT...: fails if one of the kernels' objects gives the linker anything but
# its table. Of equal inline functions the linker keeps one, and that of an object that was compiled
# for a newer processor would stop the program on an older one.
nm=$1
shift
status=0
for object in "$@"; do
    # (The address sanitizer marks the table with a symbol of its own.)
    symbols=$("$nm" -C --defined-only --extern-only "$object" | grep -v __odr_asan) || exit 1
    if [ "$(echo "$symbols" | grep -c .)" != 1 ] ||
        ! echo "$symbols" | grep -q ' [DRB] model::layers::kernels'; then
        echo "$object defines more than its table:"
        echo "$symbols"
        status=1
    fi
done
exit $status
