// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"

#include <QApplication>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>

namespace qt_test {
namespace {

struct Test {
    Application application;
    Make make;
};
using Tests = std::map<std::string, Test, std::less<>>;

/// The tests that the program holds, by name; made when the first registers.
Tests &tests() {
    static Tests all;
    return all;
}

void list(FILE *file) {
    for (const auto &[name, test] : tests())
        std::fprintf(file, "%s\n", name.c_str());
}

int check(const std::set<std::string> &expected) {
    bool same = true;
    for (const std::string &name : expected)
        if (!tests().contains(name)) {
            std::fprintf(stderr, "%s is in the list of CMake, and not registered\n", name.c_str());
            same = false;
        }
    for (const auto &[name, test] : tests())
        if (!expected.contains(name)) {
            std::fprintf(stderr, "%s is registered, and not in the list of CMake\n", name.c_str());
            same = false;
        }
    return same ? 0 : 1;
}

int runTest(const Test &test, int argc, char **argv, const std::function<QString()> &prepare) {
    // As QTEST_MAIN does.
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    if (const QString why = prepare ? prepare() : QString(); !why.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(why));
        return 1;
    }
    const std::unique_ptr<QObject> object = test.make();
    return QTest::qExec(object.get(), argc, argv);
}

}  // namespace

Registration::Registration(const char *name, Application application, Make make) {
    const bool added = tests().try_emplace(name, Test{application, make}).second;
    if (!added)
        qFatal("Two tests are called %s", name);
}

int run(int argc, char **argv, const std::function<QString()> &prepare) {
    const std::string name = argc > 1 ? argv[1] : "";
    if (name == "--list") {
        list(stdout);
        return 0;
    }
    if (name == "--check")
        return check({argv + 2, argv + argc});
    const auto found = tests().find(name);
    if (found == tests().end()) {
        std::fprintf(stderr, "The first argument is the name of a test, one of these:\n");
        list(stderr);
        return 2;
    }
    // The test's own arguments do not have its name.
    std::copy(argv + 2, argv + argc + 1, argv + 1);
    --argc;
    if (found->second.application == Application::withoutWindows) {
        const QCoreApplication application(argc, argv);
        return runTest(found->second, argc, argv, prepare);
    }
    const QApplication application(argc, argv);
    return runTest(found->second, argc, argv, prepare);
}

}  // namespace qt_test
