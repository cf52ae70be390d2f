#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks lines of the program and reports which of the breaks the tests notice.

    tests/mutate.py FOLDER [--count 100] [--seed 1] [--jobs 2] [--only model|widgets|app]

Copies the sources to FOLDER, puts mutants into lines that are drawn at random, and builds once: each
mutant sleeps until the environment variable ATTENTION_MUTANT has its number (mutant schemata, Untch,
Offutt & Harrold 1993). Then the tests of its part run with each of them, until one fails. Ends with
1 where fewer than 85 % are noticed. A mutant is one of: a condition negated, a call left out, a
number that is another, && for || and the reverse.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
WANTED = 0.85
PARTS = ("model", "widgets", "app")
# The kernels are compiled so that nothing of others is linked with them.
LEFT_OUT = ("model/layers/kernels/",)
# GoogleTest programs, and QtTest programs that hold many classes, by the part whose lines they test.
GOOGLE = {"model": ["model_test", "command_test", "fuzz_test"], "widgets": ["widgets_data_test"],
          "app": ["command_test"]}
QT = {"model": [], "widgets": ["widgets_test", "pictures_test"], "app": ["app_test"]}
SECONDS = 400

HEADER = """#pragma once
#include <cstdlib>
/// Whether this is the mutant that is awake.
inline bool mutantAwake(int number) {
    static const int awake = [] {
        const char *text = std::getenv("ATTENTION_MUTANT");
        return text ? std::atoi(text) : 0;
    }();
    return number == awake;
}
"""


def mutated(line, number):
    """The ways to break a line; each sleeps until it is awake."""
    awake = f"mutantAwake({number})"
    ways = []
    condition = re.fullmatch(r"(\s*(?:\} else )?(?:if|while) \()(?!const |auto |constexpr)(.*)(\)(?: \{)?)",
                             line)
    if condition and balanced(condition[2]) and ";" not in condition[2]:
        ways.append(("negated", f"{condition[1]}({awake}) != ({condition[2]}){condition[3]}"))
    call = re.fullmatch(r"(\s+)([\w.\->:\[\]]+\(.*\);)", line)
    if call and balanced(call[2]) and not re.match(r"\s*(return|throw|co_|static_assert|connect)",
                                                   line):
        ways.append(("left out", f"{call[1]}{awake} ? void() : static_cast<void>({call[2][:-1]});"))
    value = re.fullmatch(r"(\s+return )(?!\{)([^\"]*[<>=+\-*/&|][^\"]*)(;)", line)
    if value and balanced(value[2]):
        for old, new in ((" + ", " - "), (" - ", " + "), (" < ", " <= "), (" > ", " >= "),
                         (" == ", " != "), (" && ", " || "), (" || ", " && "), (" * ", " / ")):
            if value[2].count(old) == 1:
                other = value[2].replace(old, new)
                ways.append((f"{old.strip()} is {new.strip()}",
                             f"{value[1]}{awake} ? ({other}) : ({value[2]}){value[3]}"))
    assigned = re.fullmatch(r"(\s+(?:const )?(?:int|long|double|float|qreal|bool|auto) \w+ = )"
                            r"([^\"{}\[\]]*)(;)", line)
    if assigned and balanced(assigned[2]):
        for old, new in ((" + 1", ""), (" - 1", ""), (" + ", " - "), (" - ", " + "), (" / ", " * "),
                         (" < ", " <= "), (" && ", " || ")):
            if assigned[2].count(old) == 1:
                other = assigned[2].replace(old, new)
                ways.append((f"{old.strip()} is {new.strip() or 'left out'}",
                             f"{assigned[1]}{awake} ? ({other}) : ({assigned[2]}){assigned[3]}"))
    return ways


def balanced(text):
    depth = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return depth == 0


def plant(folder, count, only, chance):
    """Puts mutants into the copy. Returns them by number."""
    places = []
    for part in PARTS:
        if only and part != only:
            continue
        for path in sorted((folder / part).rglob("*.cpp")):
            name = path.relative_to(folder).as_posix()
            if not name.startswith(LEFT_OUT):
                lines = path.read_text().splitlines()
                places += [(name, i) for i, line in enumerate(lines) if mutated(line, 0)]
    mutants = {}
    for number, (name, index) in enumerate(chance.sample(places, min(count, len(places))), 1):
        path = folder / name
        lines = path.read_text().splitlines()
        kind, text = chance.choice(mutated(lines[index], number))
        mutants[number] = {"file": name, "line": index + 1, "kind": kind,
                           "was": lines[index].strip(), "original": lines[index]}
        lines[index] = text
        path.write_text("\n".join(lines) + "\n")
    return mutants


def build(folder, mutants, gui):
    """Builds; takes out what the compiler refuses, such as in a constant expression."""
    header = folder / "mutant.h"
    header.write_text(HEADER)
    subprocess.run(["cmake", "--preset", "release", "-DATTENTION_TESTS=ON",
                    f"-DATTENTION_GUI={'ON' if gui else 'OFF'}",
                    f"-DCMAKE_CXX_FLAGS=-include {header} -w", "-DCMAKE_CXX_FLAGS_RELEASE=-O1"],
                   cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for _ in range(20):
        said = subprocess.run(["cmake", "--build", "--preset", "release", "--", "-k", "0"],
                              cwd=folder, capture_output=True, text=True)
        if said.returncode == 0:
            return
        broken = {(os.path.relpath(match[1], folder), int(match[2]))
                  for match in re.finditer(r"^(/[^:\n]+):(\d+):\d+: error", said.stdout, re.M)}
        refused = [number for number, mutant in mutants.items()
                   if (mutant["file"], mutant["line"]) in broken]
        if not refused:
            sys.exit("It does not build:\n" + said.stdout[-4000:])
        for number in refused:
            mutant = mutants.pop(number)
            path = folder / mutant["file"]
            lines = path.read_text().splitlines()
            lines[mutant["line"] - 1] = mutant["original"]
            path.write_text("\n".join(lines) + "\n")
    sys.exit("It does not build.")


def commands(folder, part):
    programs = folder / "build/release/bin"
    for name in GOOGLE[part]:
        yield [str(programs / name), "--gtest_fail_fast", "--gtest_brief=1"]
    for name in QT[part]:
        listed = subprocess.run([str(programs / name), "--list"], capture_output=True, text=True,
                                check=True)
        for test in listed.stdout.split():
            yield [str(programs / name), test]


def noticed(folder, part, number):
    """Which test fails with a mutant awake, or None."""
    environment = dict(os.environ, ATTENTION_MUTANT=str(number), QT_QPA_PLATFORM="offscreen",
                       LC_ALL="C.UTF-8")
    for command in commands(folder, part):
        name = " ".join([pathlib.Path(command[0]).name, *command[1:2]])
        try:
            ended = subprocess.run(command, env=environment, timeout=SECONDS, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   errors="replace", cwd=folder / "build/release")
        except subprocess.TimeoutExpired:
            return name + " (does not end)"
        if ended.returncode != 0:
            failed = re.search(r"\[  FAILED  \] (\S+)|FAIL!  : (\S+)", ended.stdout)
            return f"{name}: {failed[1] or failed[2]}" if failed else name
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", choices=PARTS)
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if folder.exists():
        sys.exit(f"{folder} is there already.")
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns("build", ".git"))
    mutants = plant(folder, arguments.count, arguments.only, random.Random(arguments.seed))
    build(folder, mutants, gui=arguments.only != "model")
    for part in {mutant["file"].split("/")[0] for mutant in mutants.values()}:
        failed = noticed(folder, part, 0)
        if failed:
            sys.exit(f"Without any mutant a test fails: {failed}")

    def judge(item):
        number, mutant = item
        mutant["noticed"] = noticed(folder, mutant["file"].split("/")[0], number)
        where = f"{mutant['file']}:{mutant['line']}: {mutant['kind']}: {mutant['was']}"
        print(f"{mutant['noticed'] or 'NOT NOTICED'}\t{where}", flush=True)

    with ThreadPoolExecutor(arguments.jobs) as pool:
        list(pool.map(judge, mutants.items()))
    found = sum(1 for mutant in mutants.values() if mutant["noticed"])
    for mutant in mutants.values():
        del mutant["original"]
    (folder / "mutants.json").write_text(json.dumps(list(mutants.values()), indent=1))
    print(f"{found} of {len(mutants)} mutants were noticed ({100 * found / len(mutants):.0f} %).")
    return 0 if found >= WANTED * len(mutants) else 1


if __name__ == "__main__":
    sys.exit(main())
