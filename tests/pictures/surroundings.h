// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>
#include <cstdio>

/// What makes pictures the same on every machine.
namespace pictures {

/// To be called before there is a QApplication: no display, none of the machine's fonts, style,
/// language or resolution. QT_SCALE_FACTOR stays as it is: it is the scale to draw at.
void fixSurroundings();
/// Afterwards: draws with Fusion and DejaVu Sans, which is read from its files. Why that cannot be
/// done, or nothing.
QString fixStyleAndFont();

/// The main function of a test of pictures.
template <class Test>
int run(int argc, char **argv) {
    fixSurroundings();
    const QApplication application(argc, argv);
    if (const QString why = fixStyleAndFont(); !why.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(why));
        return 1;
    }
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}  // namespace pictures
