# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Which sources have changed; sourced by .ci/format and .ci/tidy.

# The commit to compare with: where this branch left the main one, or the commit before. Nothing
# where neither is there, as in a clone of depth 1.
base_commit() {
    head=$(git rev-parse --verify --quiet HEAD) || return 0
    for branch in origin/HEAD origin/main origin/master main master; do
        base=$(git merge-base HEAD "$branch" 2>/dev/null) || continue
        if [ "$base" != "$head" ]; then
            echo "$base"
            return
        fi
    done
    git rev-parse --verify --quiet 'HEAD~1^{commit}' || true
}

# changed_sources <pathspec>...: of the files of C++ that are there, those that have changed.
changed_sources() {
    base=$(base_commit)
    if [ -z "$base" ]; then
        echo "There is no commit to compare with: nothing is known to have changed." >&2
        return
    fi
    echo "Changed since $base:" >&2
    git diff --name-only --diff-filter=d "$base" -- "$@" | grep -E '\.(cpp|h)$' || true
}
