#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# coverage.sh GCOVR SOURCE BUILD: prints which share of the lines of each room the tests ran, and
# leaves a page for each file in BUILD/coverage. Ends with 1 where less than 95 % of model/ or 85 %
# of widgets/ and app/ was run.
set -eu

gcovr=$1 source=$2 build=$3
cd "$source"
mkdir -p "$build/coverage"
"$gcovr" --root . --object-directory "$build" --filter 'model/' --filter 'widgets/' --filter 'app/' \
    --exclude-throw-branches --html-details "$build/coverage/index.html" \
    --csv "$build/coverage/lines.csv" "$build" >/dev/null

# filename,line_total,line_covered,…: summed by the first two folders, and by the first.
awk -F, '
    NR > 1 {
        split($1, folder, "/")
        room = folder[3] == "" ? folder[1] "/" : folder[1] "/" folder[2] "/"
        lines[room] += $2; run[room] += $3
        total[folder[1]] += $2; totalRun[folder[1]] += $3
    }
    END {
        for (room in lines)
            printf "%-28s %6d lines %6.1f %%\n", room, lines[room], 100 * run[room] / lines[room] | "sort"
        close("sort")
        wanted["model"] = 95; wanted["widgets"] = 85; wanted["app"] = 85
        for (top in wanted) {
            share = total[top] == 0 ? 0 : 100 * totalRun[top] / total[top]
            printf "%-28s %6d lines %6.1f %%, %d %% wanted\n", "all of " top "/", total[top], share, wanted[top]
            if (share < wanted[top]) short = 1
        }
        exit short
    }' "$build/coverage/lines.csv"
