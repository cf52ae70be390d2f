// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>

/// What a program that has ended said.
struct ProgramResult {
    int status = -1;  ///< −1: it did not end by itself
    QByteArray output;
    QString errors;
};

/// Runs the program without a display, as a user would.
inline ProgramResult runProgram(const QString &program, const QStringList &arguments,
                                const QByteArray &input = {},
                                const QMap<QString, QString> &variables = {}) {
    constexpr int patience = 200000;  // milliseconds; sanitizer builds are slow
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(name);
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

/// The first bytes of a file; none where it cannot be read.
inline QByteArray beginningOf(const QString &name, int bytes) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.read(bytes) : QByteArray();
}
