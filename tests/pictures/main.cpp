// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/surroundings.h"
#include "tests/support/qt_test.h"

int main(int argc, char **argv) {
    pictures::fixSurroundings();
    return qt_test::run(argc, argv, pictures::fixStyleAndFont);
}
