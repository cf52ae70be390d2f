// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

/// One program holds many Qt tests, each a class, and runs the one that its first argument names:
/// linking a program for each would take longer than running it.
namespace qt_test {

/// What a test runs in.
enum class Application { withWindows, withoutWindows };

using Make = std::unique_ptr<QObject> (*)();

/// Makes a test known to its program; one stands beside each, written by the macros below.
class Registration {
  public:
    Registration(const char *name, Application application, Make make);
};

/// The main function: runs the test that the first argument names, with the remaining arguments as
/// QtTest takes them. `--list` prints the names; `--check NAME...` fails unless these are the
/// names. `prepare` is called when there is an application; what it returns says why no test can
/// run.
int run(int argc, char **argv, const std::function<QString()> &prepare = {});

}  // namespace qt_test

/// In place of QTEST_MAIN and QTEST_GUILESS_MAIN.
#define REGISTER_QT_TEST(Test) REGISTER_QT_TEST_IN(Test, withWindows)
#define REGISTER_GUILESS_QT_TEST(Test) REGISTER_QT_TEST_IN(Test, withoutWindows)
#define REGISTER_QT_TEST_IN(Test, application)               \
    static const qt_test::Registration registrationOf##Test( \
        #Test, qt_test::Application::application,            \
        [] { return std::unique_ptr<QObject>(std::make_unique<Test>()); });
