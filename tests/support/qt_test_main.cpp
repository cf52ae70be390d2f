// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"

int main(int argc, char **argv) {
    return qt_test::run(argc, argv);
}
