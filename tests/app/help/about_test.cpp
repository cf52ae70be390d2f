// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QMessageBox>
#include <QTest>
#include <QTimer>
#include <string>

#include "app/help/help.h"
#include "model/layers/processor.h"
#include "tests/support/qt_test.h"

class AboutTest : public QObject {
    Q_OBJECT

  private slots:
    void saysWhichInstructionsAreUsed();
};

void AboutTest::saysWhichInstructionsAreUsed() {
    QString text;
    // The dialog has an event loop of its own.
    QTimer::singleShot(0, [&text] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            text = box->text();
            box->reject();
        }
    });
    app::showAbout(nullptr, nullptr);
    const std::string level(model::layers::processorLevel().name);
    QVERIFY2(text.contains(QString::fromStdString("instructions of " + level + ".")),
             qPrintable(text));
}

REGISTER_QT_TEST(AboutTest)
#include "help/about_test.moc"
